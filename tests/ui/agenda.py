"""A small agenda about rivers and ministers, with what the window must be able to show; and the hands of a reader."""

TEXT = """\
format: fmm-dossier/1
id: agenda
edition: 2
issued: 2025-11-28
language: nl
title: Overleg van ministers
meeting: {start: 2025-12-03, place: Brussel, country: be}
own: nl
timeline:
  - {start: 2025-06-24, end: 2025-06-25, title: Top, place: Den Haag}
actors:
  - {id: nl, kind: country, name: Nederland}
  - {id: be, kind: country, name: België}
terms:
  - {id: purl, short: PURL, long: lijst van wensen, text: Wat het dringendst nodig is.}
sources:
  - {id: brief, title: Brief aan de Kamer, date: 2025-11-28}
  - {id: nota, title: Nota van het ministerie}
sessions:
  - id: raad
    title: Ochtend van de Raad
    participants: [nl, be]
    introduction: Het gaat over [[handel]].
    topics:
      - id: steun
        title: Steun aan Oekraïne
        tags: [wederopbouw]
        aim: [Het doel is één gezamenlijke lijn.]
        position:
          - {id: p1, text: "Nederland draagt bij aan [[term:purl]]; zie ook [[zee]].", source: {id: brief, at: al. 2}}
          - {id: p2, text: "Een 🚢 van de schaduwvloot wordt aangehouden."}
        points: [Wij blijven **naast** Oekraïne staan.]
        background:
          - Eerste regel van de achtergrond.
          - Tweede regel van de achtergrond.
      - id: zee
        title: Veiligheid op zee
        certainty: possible
        aim: [Kabels op de bodem beschermen.]
        others:
          - {actor: be, stance: supports, text: België deelt de zorg.}
        background:
          - '<img src="file:///etc/hostname"><script>alert(1)</script> & <b>niet vet</b>'
  - id: middag
    title: Middag
    topics:
      - id: handel
        title: Handel en tarieven
        certainty: defensive
        aim: [Geen nieuwe tarieven.]
        figures:
          - {value: EUR 5 mln., text: Bijdrage aan Oekraïne.}
"""

TOPICS = ("raad/steun", "raad/zee", "middag/handel")
