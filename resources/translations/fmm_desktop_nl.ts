<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Bestand</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Be&amp;werken</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Beel&amp;d</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Ga</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Taal</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>T&amp;hema</translation>
    </message>
    <message>
        <source>&amp;Arrange by</source>
        <translation>In&amp;delen op</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Openen…</translation>
    </message>
    <message>
        <source>Open &amp;folder as library…</source>
        <translation>&amp;Map openen als bibliotheek…</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>Biblio&amp;theek</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>Af&amp;drukken…</translation>
    </message>
    <message>
        <source>Save sheet as P&amp;DF…</source>
        <translation>Onderwerp&amp;blad opslaan als pdf…</translation>
    </message>
    <message>
        <source>Save &amp;all sheets as PDF…</source>
        <translation>&amp;Alle onderwerpbladen opslaan als pdf…</translation>
    </message>
    <message>
        <source>Sheets with my &amp;notes</source>
        <translation>Bladen met mijn &amp;notities</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Afs&amp;luiten</translation>
    </message>
    <message>
        <source>&amp;New note on the passage</source>
        <translation>&amp;Nieuwe notitie bij de passage</translation>
    </message>
    <message>
        <source>New note on the &amp;topic</source>
        <translation>Nieuwe notitie bij het &amp;onderwerp</translation>
    </message>
    <message>
        <source>&amp;Delete note</source>
        <translation>Notitie &amp;verwijderen</translation>
    </message>
    <message>
        <source>&amp;Bring back the deleted note</source>
        <translation>Verwijderde notitie &amp;terughalen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiëren</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Notitie</translation>
    </message>
    <message>
        <source>&amp;Kind of note</source>
        <translation>&amp;Soort notitie</translation>
    </message>
    <message>
        <source>&amp;Status</source>
        <translation>St&amp;atus</translation>
    </message>
    <message>
        <source>Import a do&amp;cument…</source>
        <translation>Do&amp;cument importeren…</translation>
    </message>
    <message>
        <source>Read the file a&amp;gain</source>
        <translation>Bestand opnieuw le&amp;zen</translation>
    </message>
    <message>
        <source>Print windo&amp;w…</source>
        <translation>Afdruk&amp;venster…</translation>
    </message>
    <message>
        <source>E&amp;xport notes…</source>
        <translation>Notities e&amp;xporteren…</translation>
    </message>
    <message>
        <source>&amp;Import notes…</source>
        <translation>Notities &amp;importeren…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Ongedaan maken</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>O&amp;pnieuw</translation>
    </message>
    <message>
        <source>&amp;Select words with the keyboard</source>
        <translation>Woorden &amp;selecteren met het toetsenbord</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filteren</translation>
    </message>
    <message>
        <source>Clear fi&amp;lter</source>
        <translation>Filter &amp;wissen</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>&amp;Grotere tekst</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>&amp;Kleinere tekst</translation>
    </message>
    <message>
        <source>&amp;Normal text</source>
        <translation>&amp;Normale tekst</translation>
    </message>
    <message>
        <source>Show so&amp;urces</source>
        <translation>&amp;Bronnen tonen</translation>
    </message>
    <message>
        <source>Show the t&amp;ree</source>
        <translation>B&amp;oom tonen</translation>
    </message>
    <message>
        <source>Show the n&amp;otes</source>
        <translation>Not&amp;ities tonen</translation>
    </message>
    <message>
        <source>Show remarks of an &amp;editor</source>
        <translation>O&amp;pmerkingen van een redacteur tonen</translation>
    </message>
    <message>
        <source>&amp;Session</source>
        <translation>&amp;Sessie</translation>
    </message>
    <message>
        <source>&amp;Actor</source>
        <translation>&amp;Actor</translation>
    </message>
    <message>
        <source>&amp;Tag</source>
        <translation>&amp;Label</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>S&amp;oort</translation>
    </message>
    <message>
        <source>T&amp;erm</source>
        <translation>&amp;Begrip</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Als het &amp;systeem</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Licht</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Donker</translation>
    </message>
    <message>
        <source>&amp;History of the note…</source>
        <translation>Ges&amp;chiedenis van de notitie…</translation>
    </message>
    <message>
        <source>&amp;Versions side by side…</source>
        <translation>Versies naast &amp;elkaar…</translation>
    </message>
    <message>
        <source>&amp;All notes of the dossier…</source>
        <translation>A&amp;lle notities van het dossier…</translation>
    </message>
    <message>
        <source>B&amp;in…</source>
        <translation>Prullen&amp;bak…</translation>
    </message>
    <message>
        <source>&amp;Remark</source>
        <translation>&amp;Opmerking</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>&amp;Vraag</translation>
    </message>
    <message>
        <source>&amp;Amendment</source>
        <translation>&amp;Tekstvoorstel</translation>
    </message>
    <message>
        <source>&amp;Say</source>
        <translation>&amp;Zeggen</translation>
    </message>
    <message>
        <source>&amp;If raised</source>
        <translation>&amp;Indien opgebracht</translation>
    </message>
    <message>
        <source>&amp;Do not volunteer</source>
        <translation>&amp;Niet zelf noemen</translation>
    </message>
    <message>
        <source>&amp;Follow-up</source>
        <translation>&amp;Actiepunt</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Open</translation>
    </message>
    <message>
        <source>&amp;Cleared</source>
        <translation>&amp;Afgedaan</translation>
    </message>
    <message>
        <source>&amp;Said</source>
        <translation>&amp;Gezegd</translation>
    </message>
    <message>
        <source>&amp;Dropped</source>
        <translation>&amp;Vervallen</translation>
    </message>
    <message>
        <source>&amp;Review notes in doubt</source>
        <translation>Notities in t&amp;wijfel beoordelen</translation>
    </message>
    <message>
        <source>Ne&amp;xt note</source>
        <translation>Vol&amp;gende notitie</translation>
    </message>
    <message>
        <source>&amp;Previous note</source>
        <translation>Vo&amp;rige notitie</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Terug</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vooruit</translation>
    </message>
    <message>
        <source>&amp;Overview of the dossier</source>
        <translation>&amp;Overzicht van het dossier</translation>
    </message>
    <message>
        <source>&amp;What is new</source>
        <translation>&amp;Wat er nieuw is</translation>
    </message>
    <message>
        <source>Ever&amp;ything on this actor or term</source>
        <translation>Alles over deze a&amp;ctor of dit begrip</translation>
    </message>
    <message>
        <source>&amp;Next topic</source>
        <translation>Vol&amp;gend onderwerp</translation>
    </message>
    <message>
        <source>&amp;Previous topic</source>
        <translation>Vo&amp;rig onderwerp</translation>
    </message>
    <message>
        <source>Next p&amp;assage</source>
        <translation>Volgende &amp;passage</translation>
    </message>
    <message>
        <source>Previous pa&amp;ssage</source>
        <translation>Vorige pa&amp;ssage</translation>
    </message>
    <message>
        <source>Next &amp;hit</source>
        <translation>Volgende tre&amp;ffer</translation>
    </message>
    <message>
        <source>Previous h&amp;it</source>
        <translation>Vorige tr&amp;effer</translation>
    </message>
    <message>
        <source>To the &amp;tree</source>
        <translation>Naar de &amp;boom</translation>
    </message>
    <message>
        <source>To the pa&amp;ge</source>
        <translation>Naar de p&amp;agina</translation>
    </message>
    <message>
        <source>To the &amp;list of notes</source>
        <translation>Naar de &amp;lijst van notities</translation>
    </message>
    <message>
        <source>To the t&amp;ext of the note</source>
        <translation>Naar de te&amp;kst van de notitie</translation>
    </message>
    <message>
        <source>To the wor&amp;ds of the note</source>
        <translation>Naar de woor&amp;den van de notitie</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Volgend deelvenster</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Vorig deelvenster</translation>
    </message>
    <message>
        <source>&amp;About FMM Desktop</source>
        <translation>&amp;Over FMM Desktop</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>Open a folder as library</source>
        <translation>Een map openen als bibliotheek</translation>
    </message>
    <message>
        <source>Nothing is fetched from a network. Save the dossier on this computer first.</source>
        <translation>Er wordt niets van een netwerk gehaald. Bewaar het dossier eerst op deze computer.</translation>
    </message>
    <message>
        <source>Of what you dropped, “%1” was opened. Drop one folder to have all dossiers in it.</source>
        <translation>Van wat u liet vallen, is “%1” geopend. Laat één map vallen om alle dossiers daarin te krijgen.</translation>
    </message>
    <message>
        <source>Documents are imported one at a time. Still to be dropped: %1.</source>
        <translation>Documenten worden één voor één geïmporteerd. Nog te slepen: %1.</translation>
    </message>
</context>
<context>
    <name>BinDialog</name>
    <message>
        <source>Bin</source>
        <translation>Prullenbak</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Verwijderd</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Door</translation>
    </message>
    <message>
        <source>Was on</source>
        <translation>Stond bij</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Deleted notes</source>
        <translation>Verwijderde notities</translation>
    </message>
    <message>
        <source>Deleted notes stay here until you throw them away.</source>
        <translation>Verwijderde notities blijven hier tot u ze weggooit.</translation>
    </message>
    <message>
        <source>&amp;Bring back</source>
        <translation>&amp;Terughalen</translation>
    </message>
    <message>
        <source>&amp;Throw away…</source>
        <translation>&amp;Weggooien…</translation>
    </message>
    <message>
        <source>&amp;Empty the bin…</source>
        <translation>Prullenbak &amp;legen…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Sluiten</translation>
    </message>
    <message>
        <source>The bin is empty.</source>
        <translation>De prullenbak is leeg.</translation>
    </message>
</context>
<context>
    <name>BugReport</name>
    <message>
        <source>Something went wrong that should not. What was saved is safe; the program goes on.</source>
        <translation>Er ging iets mis dat niet mis had mogen gaan. Wat was opgeslagen is veilig; het programma gaat door.</translation>
    </message>
    <message>
        <source>Please send the report below to those who look after the program.</source>
        <translation>Stuur het verslag hieronder naar wie het programma onderhoudt.</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>&amp;Kind</source>
        <translation>Soo&amp;rt</translation>
    </message>
</context>
<context>
    <name>Choosers</name>
    <message>
        <source>Kind of the note</source>
        <translation>Soort van de notitie</translation>
    </message>
    <message>
        <source>Status of the note</source>
        <translation>Status van de notitie</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>The file was read again.</source>
        <translation>Het bestand is opnieuw gelezen.</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>FMM Desktop %1

Reads the annotated agenda of a ministerial meeting offline, keeps your notes and prints the sheets.

Licence: EUPL-1.2. Made with Qt and PySide6, used under the LGPL-3.0.
Your notes are in: %2</source>
        <translation>FMM Desktop %1

Leest de geannoteerde agenda van een ministeriële bijeenkomst zonder netwerk, bewaart uw notities en drukt de onderwerpbladen af.

Licentie: EUPL-1.2. Gemaakt met Qt en PySide6, gebruikt onder de LGPL-3.0.
Uw notities staan in: %2</translation>
    </message>
    <message>
        <source>About FMM Desktop</source>
        <translation>Over FMM Desktop</translation>
    </message>
    <message>
        <source>Stay to try again, or copy the text elsewhere before you quit.</source>
        <translation>Blijf om het opnieuw te proberen, of kopieer de tekst elders voordat u afsluit.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Blijven</translation>
    </message>
    <message>
        <source>Quit and lose the text</source>
        <translation>Afsluiten en de tekst verliezen</translation>
    </message>
</context>
<context>
    <name>Disputes</name>
    <message numerus="yes">
        <source>%n note(s) still wait(s) for a choice</source>
        <translation>
            <numerusform>%n notitie wacht nog op een keuze</numerusform>
            <numerusform>%n notities wachten nog op een keuze</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DraftModel</name>
    <message>
        <source>Dossier</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sessie</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Onderwerp</translation>
    </message>
    <message>
        <source>Introduction</source>
        <translation>Inleiding</translation>
    </message>
    <message>
        <source>unsure: %1</source>
        <translation>onzeker: %1</translation>
    </message>
</context>
<context>
    <name>EditionsBefore</name>
    <message>
        <source>The edition before</source>
        <translation>De vorige editie</translation>
    </message>
    <message>
        <source>Dossiers (*.yaml *.yml);;All files (*)</source>
        <translation>Dossiers (*.yaml *.yml);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Compared with another dossier, not with an edition of this one: %1</source>
        <translation>Vergeleken met een ander dossier, niet met een editie van dit: %1</translation>
    </message>
    <message>
        <source>Compared with an edition in another language: all words differ.</source>
        <translation>Vergeleken met een editie in een andere taal: alle woorden verschillen.</translation>
    </message>
    <message>
        <source>Edition %1 is newer than the one that is open: new and gone change places here.</source>
        <translation>Editie %1 is nieuwer dan de editie die open is: nieuw en vervallen zijn hier verwisseld.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export notes</source>
        <translation>Notities exporteren</translation>
    </message>
    <message>
        <source>&amp;All dossiers</source>
        <translation>&amp;Alle dossiers</translation>
    </message>
    <message>
        <source>Notes (*.jsonld *.json)</source>
        <translation>Notities (*.jsonld *.json)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>A&amp;nnotations: complete, a colleague can import them</source>
        <translation>A&amp;nnotaties: volledig, een collega kan ze importeren</translation>
    </message>
    <message>
        <source>&amp;Markdown: a text by topic, to read and to send</source>
        <translation>&amp;Markdown: een tekst per onderwerp, om te lezen en te versturen</translation>
    </message>
    <message>
        <source>&amp;Table (CSV): for a spreadsheet</source>
        <translation>&amp;Tabel (CSV): voor een rekenblad</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>This &amp;dossier: %1</source>
        <translation>Dit &amp;dossier: %1</translation>
    </message>
    <message>
        <source>With these kinds of notes</source>
        <translation>Met deze soorten notities</translation>
    </message>
    <message>
        <source>Clear what must not leave this computer, such as what you would not volunteer.</source>
        <translation>Haal het vinkje weg bij wat deze computer niet mag verlaten, zoals wat u niet zelf noemt.</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporteren…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>FacetBar</name>
    <message numerus="yes">
        <source>%n more: type “%1:” and the first letters</source>
        <translation>
            <numerusform>Nog %n: typ “%1:” en de eerste letters</numerusform>
            <numerusform>Nog %n: typ “%1:” en de eerste letters</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to choose</source>
        <translation>Niets te kiezen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Actor</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Zekerheid</translation>
    </message>
    <message>
        <source>With notes</source>
        <translation>Met notities</translation>
    </message>
    <message>
        <source>Show only topics with this: it is written into the filter line</source>
        <translation>Toon alleen onderwerpen hiermee: het komt in de filterregel te staan</translation>
    </message>
</context>
<context>
    <name>FoundLabel</name>
    <message>
        <source>This dossier has no topics.</source>
        <translation>Dit dossier heeft geen onderwerpen.</translation>
    </message>
    <message>
        <source>“%1:” is no field; perhaps “%2:”.</source>
        <translation>“%1:” is geen veld; misschien “%2:”.</translation>
    </message>
    <message>
        <source>Getting ready to search…</source>
        <translation>Zoeken wordt voorbereid…</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Zoeken…</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) found</source>
        <translation>
            <numerusform>%n onderwerp gevonden</numerusform>
            <numerusform>%n onderwerpen gevonden</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found. Press Escape to see everything again.</source>
        <translation>Niets gevonden. Druk op Escape om alles weer te zien.</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History of the note</source>
        <translation>Geschiedenis van de notitie</translation>
    </message>
    <message>
        <source>Versions of the note</source>
        <translation>Versies van de notitie</translation>
    </message>
    <message>
        <source>What this version changed</source>
        <translation>Wat deze versie veranderde</translation>
    </message>
    <message>
        <source>&amp;Make it say this again</source>
        <translation>&amp;Dit weer laten zeggen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Sluiten</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>verwijderd</translation>
    </message>
    <message>
        <source>written</source>
        <translation>geschreven</translation>
    </message>
    <message>
        <source>brought back</source>
        <translation>teruggehaald</translation>
    </message>
    <message>
        <source>version chosen</source>
        <translation>versie gekozen</translation>
    </message>
    <message>
        <source>text</source>
        <translation>tekst</translation>
    </message>
    <message>
        <source>proposed wording</source>
        <translation>voorgestelde tekst</translation>
    </message>
    <message>
        <source>the same again</source>
        <translation>hetzelfde</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import notes</source>
        <translation>Notities importeren</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) in %1</source>
        <translation>
            <numerusform>%n notitie in %1</numerusform>
            <numerusform>%n notities in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Bring back what was deleted here</source>
        <translation>Wat hier is verwijderd &amp;terughalen</translation>
    </message>
    <message>
        <source>What the import would do</source>
        <translation>Wat de import zou doen</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importeren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>ImportDoor</name>
    <message>
        <source>Documents (*.docx *.odt *.pdf *.html *.htm *.xml *.md *.txt);;All files (*)</source>
        <translation>Documenten (*.docx *.odt *.pdf *.html *.htm *.xml *.md *.txt);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Import a document</source>
        <translation>Document importeren</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wordt gelezen…</translation>
    </message>
    <message>
        <source>%1 has been read. Look through it when it suits you: by this button, or by Ctrl+I.</source>
        <translation>%1 is gelezen. Kijk het na wanneer het u uitkomt: met deze knop of met Ctrl+I.</translation>
    </message>
    <message>
        <source>Look through</source>
        <translation>Nakijken</translation>
    </message>
</context>
<context>
    <name>KindFields</name>
    <message>
        <source>How many times as long it takes with an interpreter; 1 without</source>
        <translation>Hoeveel keer zo lang het duurt met een tolk; 1 zonder</translation>
    </message>
    <message>
        <source>Acto&amp;r</source>
        <translation>A&amp;ctor</translation>
    </message>
    <message>
        <source>Sinc&amp;e</source>
        <translation>S&amp;inds</translation>
    </message>
    <message>
        <source>&amp;Words a minute</source>
        <translation>Woorden per &amp;minuut</translation>
    </message>
    <message>
        <source>&amp;Interpreter, times</source>
        <translation>Tol&amp;k, keer</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Uit een bestand…</translation>
    </message>
    <message>
        <source>Choose an edition</source>
        <translation>Kies een editie</translation>
    </message>
    <message>
        <source>Edition %1</source>
        <translation>Editie %1</translation>
    </message>
</context>
<context>
    <name>LabelsLine</name>
    <message>
        <source>Labels, parted by commas</source>
        <translation>Labels, gescheiden door komma&apos;s</translation>
    </message>
    <message>
        <source>Labels of the note</source>
        <translation>Labels van de notitie</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>The sheets are not all saved or printed yet.</source>
        <translation>De bladen zijn nog niet allemaal opgeslagen of afgedrukt.</translation>
    </message>
    <message>
        <source>Stay until they are, or quit without them.</source>
        <translation>Blijf tot het zover is, of sluit af zonder de bladen.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Blijven</translation>
    </message>
    <message>
        <source>Quit without the sheets</source>
        <translation>Afsluiten zonder de bladen</translation>
    </message>
</context>
<context>
    <name>LibraryPane</name>
    <message>
        <source>Fo&amp;lder</source>
        <translation>&amp;Map</translation>
    </message>
    <message>
        <source>Choose another folder of dossiers</source>
        <translation>Een andere map met dossiers kiezen</translation>
    </message>
    <message>
        <source>Folder of the library</source>
        <translation>Map van de bibliotheek</translation>
    </message>
    <message>
        <source>&amp;Back to the dossier</source>
        <translation>&amp;Terug naar het dossier</translation>
    </message>
    <message>
        <source>Find in all dossiers of this folder</source>
        <translation>Zoek in alle dossiers van deze map</translation>
    </message>
    <message>
        <source>Find in the library</source>
        <translation>Zoeken in de bibliotheek</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliotheek</translation>
    </message>
    <message>
        <source>Reading the dossiers</source>
        <translation>Dossiers lezen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Verdergaan</translation>
    </message>
</context>
<context>
    <name>LibraryRoom</name>
    <message>
        <source>&amp;Choose a folder…</source>
        <translation>Map &amp;kiezen…</translation>
    </message>
</context>
<context>
    <name>LineWords</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n notitie</numerusform>
            <numerusform>%n notities</numerusform>
        </translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>edition %1</source>
        <translation>editie %1</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n onderwerp</numerusform>
            <numerusform>%n onderwerpen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>F4 shows everything on this</source>
        <translation>F4 toont alles hierover</translation>
    </message>
    <message>
        <source>Everything on %1</source>
        <translation>Alles over %1</translation>
    </message>
    <message>
        <source>New note on these words</source>
        <translation>Nieuwe notitie bij deze woorden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles selecteren</translation>
    </message>
</context>
<context>
    <name>ManyChanges</name>
    <message>
        <source>Nothing was changed: the change before this one still goes on. Wait until it is done.</source>
        <translation>Er is niets gewijzigd: de vorige wijziging is nog bezig. Wacht tot die klaar is.</translation>
    </message>
</context>
<context>
    <name>MeetingDialog</name>
    <message>
        <source>Date and place of the meeting</source>
        <translation>Datum en plaats van de bijeenkomst</translation>
    </message>
    <message>
        <source>&amp;First day (year-month-day):</source>
        <translation>&amp;Eerste dag (jaar-maand-dag):</translation>
    </message>
    <message>
        <source>&amp;Last day, if there are more:</source>
        <translation>&amp;Laatste dag, als er meer zijn:</translation>
    </message>
    <message>
        <source>&amp;Place:</source>
        <translation>&amp;Plaats:</translation>
    </message>
    <message>
        <source>“%1” is no date. Write it as 2026-03-31.</source>
        <translation>“%1” is geen datum. Schrijf die als 2026-03-31.</translation>
    </message>
    <message>
        <source>The last day comes before the first.</source>
        <translation>De laatste dag komt vóór de eerste.</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Bericht</translation>
    </message>
</context>
<context>
    <name>NearestOffers</name>
    <message>
        <source>Perhaps this (Tab takes the first):</source>
        <translation>Misschien dit (Tab neemt het eerste):</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n onderwerp</numerusform>
            <numerusform>%n onderwerpen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteDoors</name>
    <message>
        <source>Changing notes…</source>
        <translation>Notities wijzigen…</translation>
    </message>
</context>
<context>
    <name>NoteExchange</name>
    <message>
        <source>notes</source>
        <translation>notities</translation>
    </message>
    <message>
        <source>Export notes</source>
        <translation>Notities exporteren</translation>
    </message>
    <message>
        <source>Exporting notes…</source>
        <translation>Notities worden geëxporteerd…</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) saved: %1</source>
        <translation>
            <numerusform>%n notitie opgeslagen: %1</numerusform>
            <numerusform>%n notities opgeslagen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Import notes</source>
        <translation>Notities importeren</translation>
    </message>
    <message>
        <source>Notes (*.jsonld *.json);;All files (*)</source>
        <translation>Notities (*.jsonld *.json);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wordt gelezen…</translation>
    </message>
    <message>
        <source>Importing notes…</source>
        <translation>Notities worden geïmporteerd…</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) imported. Undo takes the whole import back.</source>
        <translation>
            <numerusform>%n notitie geïmporteerd. Ongedaan maken haalt de hele import weg.</numerusform>
            <numerusform>%n notities geïmporteerd. Ongedaan maken haalt de hele import weg.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them changed here as well: choose what stays.</source>
        <translation>
            <numerusform>%n daarvan is ook hier veranderd: kies wat blijft.</numerusform>
            <numerusform>%n daarvan zijn ook hier veranderd: kies wat blijft.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open their dossier first.</source>
        <translation>Open eerst hun dossier.</translation>
    </message>
</context>
<context>
    <name>NoteFields</name>
    <message>
        <source>With my &amp;notes</source>
        <translation>Met mijn &amp;notities</translation>
    </message>
    <message>
        <source>Below the passage</source>
        <translation>Onder de passage</translation>
    </message>
    <message>
        <source>Beside the passage</source>
        <translation>Naast de passage</translation>
    </message>
    <message>
        <source>Together at the end</source>
        <translation>Samen aan het eind</translation>
    </message>
    <message>
        <source>W&amp;here</source>
        <translation>Plaa&amp;ts</translation>
    </message>
    <message>
        <source>K&amp;inds</source>
        <translation>Soort&amp;en</translation>
    </message>
    <message>
        <source>Stat&amp;us</source>
        <translation>Stat&amp;us</translation>
    </message>
    <message>
        <source>Kinds of notes</source>
        <translation>Soorten notities</translation>
    </message>
    <message>
        <source>Status of notes</source>
        <translation>Status van notities</translation>
    </message>
</context>
<context>
    <name>NoteForm</name>
    <message>
        <source>Other version, to read only: %1</source>
        <translation>Andere versie, alleen om te lezen: %1</translation>
    </message>
    <message>
        <source>New note: %1</source>
        <translation>Nieuwe notitie: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notitie: %1</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Opgeslagen</translation>
    </message>
    <message>
        <source>Kept only while this window is open</source>
        <translation>Alleen bewaard zolang dit venster open is</translation>
    </message>
    <message>
        <source>Type a note here. It is saved as you type.</source>
        <translation>Typ hier een notitie. Ze wordt opgeslagen terwijl u typt.</translation>
    </message>
    <message>
        <source>Open a topic to write a note on it.</source>
        <translation>Open een onderwerp om er een notitie bij te schrijven.</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Tekst van de notitie</translation>
    </message>
</context>
<context>
    <name>NotesBar</name>
    <message>
        <source>Show notes of this kind</source>
        <translation>Notities van deze soort tonen</translation>
    </message>
    <message>
        <source>Show notes with this status</source>
        <translation>Notities met deze status tonen</translation>
    </message>
    <message>
        <source>Order of the notes</source>
        <translation>Volgorde van de notities</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle soorten</translation>
    </message>
    <message>
        <source>Every status</source>
        <translation>Elke status</translation>
    </message>
    <message>
        <source>By passage</source>
        <translation>Per passage</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Op soort</translation>
    </message>
    <message>
        <source>By status</source>
        <translation>Per status</translation>
    </message>
</context>
<context>
    <name>NotesDesk</name>
    <message>
        <source>passage that is not in this edition (%1)</source>
        <translation>passage die niet in deze editie staat (%1)</translation>
    </message>
</context>
<context>
    <name>NotesPane</name>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>niet opgeslagen</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n note(s)</source>
        <translation>
            <numerusform>%1 van %n notitie</numerusform>
            <numerusform>%1 van %n notities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n notitie</numerusform>
            <numerusform>%n notities</numerusform>
        </translation>
    </message>
    <message>
        <source>No notes here yet. Click on a passage, or go to it with Alt+Down, and type below.</source>
        <translation>Hier zijn nog geen notities. Klik op een passage, of ga ernaartoe met Alt+Pijl omlaag, en typ hieronder.</translation>
    </message>
    <message>
        <source>None of the notes here is of this kind with this status.</source>
        <translation>Geen van de notities hier is van deze soort met deze status.</translation>
    </message>
    <message>
        <source>other version</source>
        <translation>andere versie</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>te beoordelen</translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n versie</numerusform>
            <numerusform>%n versies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesTable</name>
    <message>
        <source>All notes of the dossier</source>
        <translation>Alle notities van het dossier</translation>
    </message>
    <message>
        <source>Filter notes</source>
        <translation>Notities filteren</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Gewijzigd</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>S&amp;oort</translation>
    </message>
    <message>
        <source>&amp;Status</source>
        <translation>St&amp;atus</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Verwijderen</translation>
    </message>
    <message>
        <source>&amp;Go to the note</source>
        <translation>&amp;Naar de notitie</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Sluiten</translation>
    </message>
    <message>
        <source>No note is asked for by this line.</source>
        <translation>Deze regel vindt geen notitie.</translation>
    </message>
    <message>
        <source>This dossier has no notes yet.</source>
        <translation>Dit dossier heeft nog geen notities.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n notitie</numerusform>
            <numerusform>%n notities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n note(s)</source>
        <translation>
            <numerusform>%1 van %n notitie</numerusform>
            <numerusform>%1 van %n notities</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ordering</name>
    <message>
        <source>This dossier has no topics to print.</source>
        <translation>Dit dossier heeft geen onderwerpen om af te drukken.</translation>
    </message>
    <message>
        <source>Nothing is ticked. Tick a topic to see its pages.</source>
        <translation>Er is niets aangevinkt. Vink een onderwerp aan om de bladzijden te zien.</translation>
    </message>
    <message>
        <source>This dossier knows no such actor. Choose one from the list.</source>
        <translation>Dit dossier kent zo&apos;n actor niet. Kies er een uit de lijst.</translation>
    </message>
    <message>
        <source>No other edition of this dossier was open here before. Choose one from a file.</source>
        <translation>Er was hier nog geen andere editie van dit dossier open. Kies er een uit een bestand.</translation>
    </message>
    <message>
        <source>No table card: %1. Nothing there may be on one.</source>
        <translation>Geen tafelkaart: %1. Daar staat niets dat erop mag.</translation>
    </message>
    <message>
        <source>The sheets could not be set.</source>
        <translation>De bladen konden niet worden gezet.</translation>
    </message>
</context>
<context>
    <name>PaperFields</name>
    <message>
        <source>Small</source>
        <translation>Klein</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Gewoon</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Groot</translation>
    </message>
    <message>
        <source>Two-si&amp;ded</source>
        <translation>Dubbe&amp;lzijdig</translation>
    </message>
    <message>
        <source>Wider margins at the spine</source>
        <translation>Bredere marge aan de rug</translation>
    </message>
    <message>
        <source>Not numbered</source>
        <translation>Niet genummerd</translation>
    </message>
    <message>
        <source>Each copy says on each page which one it is</source>
        <translation>Elk exemplaar zegt op elke bladzijde welk het is</translation>
    </message>
    <message>
        <source>As in the dossier</source>
        <translation>Zoals in het dossier</translation>
    </message>
    <message>
        <source>P&amp;aper</source>
        <translation>&amp;Papier</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>Letter&amp;grootte</translation>
    </message>
    <message>
        <source>Num&amp;bered copies</source>
        <translation>E&amp;xemplaren</translation>
    </message>
    <message>
        <source>&amp;Marking</source>
        <translation>Ru&amp;bricering</translation>
    </message>
</context>
<context>
    <name>PrintWindow</name>
    <message>
        <source>Print window</source>
        <translation>Afdrukvenster</translation>
    </message>
    <message>
        <source>Setting the sheets…</source>
        <translation>De bladen worden gezet…</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Bladzijden</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Groter</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>&amp;Hele breedte</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>&amp;Opslaan als pdf…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>Af&amp;drukken…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Sluiten</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Bladzijde %1 van %2</translation>
    </message>
</context>
<context>
    <name>Proposal</name>
    <message>
        <source>Proposed wording</source>
        <translation>Voorgestelde tekst</translation>
    </message>
    <message>
        <source>Type how it should read.</source>
        <translation>Typ hoe het zou moeten luiden.</translation>
    </message>
    <message>
        <source>Proposed for the words of edition %1, which have changed since: “%2”</source>
        <translation>Voorgesteld bij de woorden van editie %1, die sindsdien zijn veranderd: “%2”</translation>
    </message>
    <message>
        <source>Change the words below into those that you propose.</source>
        <translation>Verander de woorden hieronder in wat u voorstelt.</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Zoeken in:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>Bestands&amp;type:</translation>
    </message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message>
        <source>Page &amp;Set:</source>
        <translation>Pagina&amp;selectie:</translation>
    </message>
    <message>
        <source>Double Sided Printing</source>
        <translation>Tweezijdig afdrukken</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Uit</translation>
    </message>
    <message>
        <source>Long side binding</source>
        <translation>Lange zijde</translation>
    </message>
    <message>
        <source>Short side binding</source>
        <translation>Korte zijde</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Recent geopend</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>Deze lijst &amp;wissen</translation>
    </message>
</context>
<context>
    <name>RemarksDoor</name>
    <message>
        <source>Remarks of an editor</source>
        <translation>Opmerkingen van een redacteur</translation>
    </message>
    <message>
        <source>Copied: %1. It belongs %2.</source>
        <translation>Gekopieerd: %1. Het hoort %2.</translation>
    </message>
    <message>
        <source>under topic %1</source>
        <translation>onder onderwerp %1</translation>
    </message>
    <message>
        <source>under session %1</source>
        <translation>onder sessie %1</translation>
    </message>
    <message>
        <source>at the beginning of the file</source>
        <translation>aan het begin van het bestand</translation>
    </message>
    <message>
        <source>This file was not changed: it says something else by now, or has no line for it. Write %1: %2</source>
        <translation>Dit bestand is niet veranderd: er staat inmiddels iets anders, of er is geen regel voor. Schrijf %1: %2</translation>
    </message>
    <message>
        <source>Copy the line</source>
        <translation>Regel kopiëren</translation>
    </message>
    <message>
        <source>Taken back: the file is as it was.</source>
        <translation>Teruggedraaid: het bestand is weer zoals het was.</translation>
    </message>
    <message numerus="yes">
        <source>Silenced in line %1 of the file: %n remark(s) fewer.</source>
        <translation>
            <numerusform>Tot zwijgen gebracht in regel %1 van het bestand: %n opmerking minder.</numerusform>
            <numerusform>Tot zwijgen gebracht in regel %1 van het bestand: %n opmerkingen minder.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl+Z in the pane of remarks takes it back.</source>
        <translation>Met Ctrl+Z in het deelvenster met opmerkingen draait u het terug.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Terugdraaien</translation>
    </message>
    <message>
        <source>Silenced in line %1 of %2.</source>
        <translation>Tot zwijgen gebracht in regel %1 van %2.</translation>
    </message>
    <message>
        <source>The file was changed since then, and stays as it is.</source>
        <translation>Het bestand is sindsdien veranderd en blijft zoals het is.</translation>
    </message>
</context>
<context>
    <name>RemarksPane</name>
    <message>
        <source>All kinds (%1)</source>
        <translation>Alle soorten (%1)</translation>
    </message>
    <message>
        <source>Remarks of an editor</source>
        <translation>Opmerkingen van een redacteur</translation>
    </message>
    <message>
        <source>Kind of remark</source>
        <translation>Soort opmerking</translation>
    </message>
    <message>
        <source>Silence in the file</source>
        <translation>In het bestand tot zwijgen brengen</translation>
    </message>
    <message>
        <source>Copy the line that silences it</source>
        <translation>Kopieer de regel daarvoor</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s) of an editor</source>
        <translation>
            <numerusform>%n opmerking van een redacteur</numerusform>
            <numerusform>%n opmerkingen van een redacteur</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to remark: as far as can be seen, all is well in this dossier.</source>
        <translation>Niets op te merken: voor zover te zien is, klopt dit dossier.</translation>
    </message>
    <message>
        <source>Looking through the dossier…</source>
        <translation>Het dossier wordt doorgekeken…</translation>
    </message>
    <message>
        <source>Go to the place</source>
        <translation>Ga naar de plaats</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Others</source>
        <translation>Krachtenveld</translation>
    </message>
    <message>
        <source>This document names no country or organisation.</source>
        <translation>Dit document noemt geen land of organisatie.</translation>
    </message>
    <message>
        <source>Who holds this?</source>
        <translation>Wie vindt dit?</translation>
    </message>
    <message>
        <source>The import was changed and is not saved as a dossier.</source>
        <translation>De import is gewijzigd en niet als dossier opgeslagen.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Blijven</translation>
    </message>
    <message>
        <source>Save as dossier…</source>
        <translation>Opslaan als dossier…</translation>
    </message>
    <message>
        <source>Close and lose the changes</source>
        <translation>Sluiten zonder de wijzigingen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Bestand</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Be&amp;werken</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Soort</translation>
    </message>
    <message>
        <source>&amp;Level</source>
        <translation>&amp;Niveau</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Ga</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;Save as dossier…</source>
        <translation>&amp;Opslaan als dossier…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Sluiten</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Afsluiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Ongedaan maken</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Op&amp;nieuw</translation>
    </message>
    <message>
        <source>Change the &amp;title</source>
        <translation>&amp;Titel wijzigen</translation>
    </message>
    <message>
        <source>D&amp;ate and place of the meeting…</source>
        <translation>&amp;Datum en plaats van de bijeenkomst…</translation>
    </message>
    <message>
        <source>&amp;Join to the one before</source>
        <translation>Bij de &amp;vorige voegen</translation>
    </message>
    <message>
        <source>&amp;Split at the cursor in the document</source>
        <translation>&amp;Splitsen bij de cursor in het document</translation>
    </message>
    <message>
        <source>Take &amp;in what was left out</source>
        <translation>Weggelatene &amp;invoegen</translation>
    </message>
    <message>
        <source>Move u&amp;p</source>
        <translation>Om&amp;hoog verplaatsen</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Om&amp;laag verplaatsen</translation>
    </message>
    <message>
        <source>Next &amp;certainty of the topic</source>
        <translation>Volgende &amp;zekerheid van het onderwerp</translation>
    </message>
    <message>
        <source>&amp;Higher: passage, topic, session</source>
        <translation>&amp;Hoger: passage, onderwerp, sessie</translation>
    </message>
    <message>
        <source>&amp;Lower: session, topic, passage</source>
        <translation>&amp;Lager: sessie, onderwerp, passage</translation>
    </message>
    <message>
        <source>&amp;Begin a topic at this passage</source>
        <translation>Bij deze passage een onderwerp &amp;beginnen</translation>
    </message>
    <message>
        <source>&amp;Next unsure place</source>
        <translation>&amp;Volgende onzekere plaats</translation>
    </message>
    <message>
        <source>&amp;Previous unsure place</source>
        <translation>V&amp;orige onzekere plaats</translation>
    </message>
    <message>
        <source>&amp;Right as it is, and on</source>
        <translation>&amp;Klopt zo, en verder</translation>
    </message>
    <message>
        <source>&amp;To document or dossier</source>
        <translation>&amp;Naar document of dossier</translation>
    </message>
    <message>
        <source>&amp;Help and keys</source>
        <translation>&amp;Hulp en toetsen</translation>
    </message>
    <message>
        <source>Nothing is chosen: go to a row of the draft first.</source>
        <translation>Er is niets gekozen: ga eerst naar een regel van het concept.</translation>
    </message>
    <message>
        <source>This takes one row at a time: choose one.</source>
        <translation>Dit kan met één regel tegelijk: kies er één.</translation>
    </message>
    <message>
        <source>That cannot be done here.</source>
        <translation>Dat kan hier niet.</translation>
    </message>
    <message>
        <source>The dossier as a whole stays where it is: go to a session, topic or passage.</source>
        <translation>Het dossier als geheel blijft waar het is: ga naar een sessie, onderwerp of passage.</translation>
    </message>
    <message>
        <source>A title has no kind: choose one or more of the passages below it.</source>
        <translation>Een titel heeft geen soort: kies een of meer passages eronder.</translation>
    </message>
    <message>
        <source>An introduction has no kinds: Ctrl+Enter begins a topic at this passage, whose passages have one.</source>
        <translation>Een inleiding heeft geen soorten: Ctrl+Enter begint bij deze passage een onderwerp, en daarin hebben passages er een.</translation>
    </message>
    <message>
        <source>Only a topic is planned, possible or defensive: go to one, or into one.</source>
        <translation>Alleen een onderwerp is gepland, mogelijk of defensief: ga naar een onderwerp of een passage daarvan.</translation>
    </message>
    <message>
        <source>A topic begins at a passage: go to one below this title.</source>
        <translation>Een onderwerp begint bij een passage: ga naar een passage onder deze titel.</translation>
    </message>
    <message>
        <source>That is too long for a title.</source>
        <translation>Dat is te lang voor een titel.</translation>
    </message>
    <message>
        <source>There is nothing in that direction to go past.</source>
        <translation>In die richting staat niets meer om voorbij te gaan.</translation>
    </message>
    <message>
        <source>Only passages that follow each other in one topic can be joined.</source>
        <translation>Alleen passages die in één onderwerp op elkaar volgen, kunnen worden samengevoegd.</translation>
    </message>
    <message>
        <source>Several are moved together only when they are passages of one topic.</source>
        <translation>Samen verplaatsen kan alleen met passages van één onderwerp.</translation>
    </message>
    <message>
        <source>Nothing is higher than a session.</source>
        <translation>Hoger dan een sessie is er niets.</translation>
    </message>
    <message>
        <source>This passage is too long for a title: split it first, by Enter in the document.</source>
        <translation>Deze passage is te lang voor een titel: splits die eerst, met Enter in het document.</translation>
    </message>
    <message>
        <source>The first session cannot be lowered: there is none before it to be a topic of.</source>
        <translation>De eerste sessie kan niet lager: er staat geen sessie voor waarvan die een onderwerp kan zijn.</translation>
    </message>
    <message>
        <source>Nothing is lower than a passage; Alt+Left makes it a topic.</source>
        <translation>Lager dan een passage is er niets; Alt+pijl links maakt er een onderwerp van.</translation>
    </message>
    <message>
        <source>The topic begins at this passage already: F2 on its row gives it another title.</source>
        <translation>Het onderwerp begint al bij deze passage: met F2 op de rij ervan geeft u het een andere titel.</translation>
    </message>
    <message>
        <source>Sessions are not joined; Alt+Right makes this one a topic of the one before it.</source>
        <translation>Sessies worden niet samengevoegd; Alt+pijl rechts maakt van deze een onderwerp van de vorige.</translation>
    </message>
    <message>
        <source>This is the first topic of its session; Alt+Right makes its heading part of the introduction.</source>
        <translation>Dit is het eerste onderwerp van de sessie; met Alt+pijl rechts komt het kopje in de inleiding.</translation>
    </message>
    <message>
        <source>This is the first passage here: there is none before it to join it to.</source>
        <translation>Dit is hier de eerste passage: er staat er geen voor om bij te voegen.</translation>
    </message>
    <message>
        <source>A passage has no title: go to the dossier, a session or a topic.</source>
        <translation>Een passage heeft geen titel: ga naar het dossier, een sessie of een onderwerp.</translation>
    </message>
    <message>
        <source>Put the cursor between two words of a passage in the document (F6).</source>
        <translation>Zet de cursor in het document tussen twee woorden van een passage (F6).</translation>
    </message>
    <message>
        <source>There is no session in this draft to take it into.</source>
        <translation>In dit concept is geen sessie om het in op te nemen.</translation>
    </message>
</context>
<context>
    <name>ReviewDesk</name>
    <message>
        <source>Sessions: %1 · Topics: %2 · Passages: %3 · Unsure: %4</source>
        <translation>Sessies: %1 · Onderwerpen: %2 · Passages: %3 · Onzeker: %4</translation>
    </message>
    <message>
        <source>Make it the next edition of “%1”, so that notes find their place</source>
        <translation>Maak er de volgende editie van “%1” van, zodat notities hun plaats vinden</translation>
    </message>
    <message>
        <source>This seems %1. Look through it well.</source>
        <translation>Dit lijkt %1. Zie het goed na.</translation>
    </message>
    <message>
        <source>%1 was saved, without what you changed meanwhile. Save again to have that in it too.</source>
        <translation>%1 is opgeslagen, zonder wat u intussen wijzigde. Sla nog eens op om ook dat erin te hebben.</translation>
    </message>
    <message>
        <source>This is a footnote or was left out. Ctrl+T takes in what was left out.</source>
        <translation>Dit is een voetnoot of is weggelaten. Ctrl+T neemt op wat is weggelaten.</translation>
    </message>
    <message>
        <source>Nothing was left out here: go to what is grey in the document.</source>
        <translation>Hier is niets weggelaten: ga in het document naar wat grijs is.</translation>
    </message>
    <message>
        <source>Nothing is unsure any more.</source>
        <translation>Er is niets meer onzeker.</translation>
    </message>
</context>
<context>
    <name>ReviewPane</name>
    <message>
        <source>Review: note %1 of %2</source>
        <translation>Beoordelen: notitie %1 van %2</translation>
    </message>
    <message>
        <source>It is not certain that this is still the passage that the note hung on. Is it?</source>
        <translation>Het is niet zeker dat dit nog de passage is waar de notitie aan hing. Is dat zo?</translation>
    </message>
    <message>
        <source>It hung on (edition %1)</source>
        <translation>Ze hing aan (editie %1)</translation>
    </message>
    <message>
        <source>Keep it on “%1” (T)</source>
        <translation>Bij “%1” houden (T)</translation>
    </message>
    <message>
        <source>To keep it (T), open a topic first</source>
        <translation>Om haar te bewaren (T): open eerst een onderwerp</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Nu: %1</translation>
    </message>
    <message>
        <source>Proposed for the old text; here it would change:</source>
        <translation>Voorgesteld bij de oude tekst; hier zou het veranderen:</translation>
    </message>
    <message>
        <source>The passage says something else now. Does the note still hang on it?</source>
        <translation>In de passage staat nu iets anders. Hoort de notitie er nog bij?</translation>
    </message>
    <message>
        <source>These words stand in more than one place now. Which is it?</source>
        <translation>Deze woorden staan nu op meer dan één plaats. Welke is het?</translation>
    </message>
    <message>
        <source>What this note hung on is not in this edition any more.</source>
        <translation>Waar deze notitie aan hing, staat niet meer in deze editie.</translation>
    </message>
    <message>
        <source>Review of notes</source>
        <translation>Notities beoordelen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Where it could hang</source>
        <translation>Waar ze aan kan hangen</translation>
    </message>
    <message>
        <source>Hang it here (A)</source>
        <translation>Hier hangen (A)</translation>
    </message>
    <message>
        <source>There is no place to hang this note: keep it on a topic (T), or leave it (L).</source>
        <translation>Er is geen plaats voor deze notitie: bewaar haar bij een onderwerp (T) of laat haar voor later (L).</translation>
    </message>
    <message>
        <source>The topic of this note is gone: open another to keep it there.</source>
        <translation>Het onderwerp van deze notitie is er niet meer: open een ander om haar daar te bewaren.</translation>
    </message>
    <message>
        <source>Keep it on the topic (T)</source>
        <translation>Bij het onderwerp houden (T)</translation>
    </message>
    <message>
        <source>Later (L)</source>
        <translation>Later (L)</translation>
    </message>
</context>
<context>
    <name>ReviewWindow</name>
    <message>
        <source>Import of %1</source>
        <translation>Import van %1</translation>
    </message>
    <message>
        <source>The document</source>
        <translation>Het document</translation>
    </message>
    <message>
        <source>The draft of the dossier</source>
        <translation>Het concept van het dossier</translation>
    </message>
    <message>
        <source>The words of what is chosen</source>
        <translation>De woorden van wat gekozen is</translation>
    </message>
    <message>
        <source>Next unsure place (F8)</source>
        <translation>Volgende onzekere plaats (F8)</translation>
    </message>
    <message>
        <source>Right as it is (Enter)</source>
        <translation>Klopt zo (Enter)</translation>
    </message>
    <message>
        <source>Save as dossier…</source>
        <translation>Opslaan als dossier…</translation>
    </message>
</context>
<context>
    <name>Reviewer</name>
    <message>
        <source>A note was changed elsewhere meanwhile; there is nothing to ask of it now.</source>
        <translation>Een notitie werd intussen elders gewijzigd; er is nu niets meer over te vragen.</translation>
    </message>
</context>
<context>
    <name>Saver</name>
    <message>
        <source>Save as dossier</source>
        <translation>Opslaan als dossier</translation>
    </message>
    <message>
        <source>Dossiers (*.yaml *.yml)</source>
        <translation>Dossiers (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>Saving the dossier…</source>
        <translation>Het dossier wordt opgeslagen…</translation>
    </message>
    <message>
        <source>The dossier could not be saved.</source>
        <translation>Het dossier kon niet worden opgeslagen.</translation>
    </message>
</context>
<context>
    <name>SetButton</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
    <message>
        <source>All but: %1</source>
        <translation>Alle behalve: %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
</context>
<context>
    <name>SheetDesk</name>
    <message>
        <source>How you print could not be kept for the next time.</source>
        <translation>Hoe u afdrukt kon niet worden bewaard voor de volgende keer.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Opslaan als pdf</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Pdf-bestanden (*.pdf)</translation>
    </message>
    <message>
        <source>Setting the sheets…</source>
        <translation>De bladen worden gezet…</translation>
    </message>
    <message>
        <source>The printer did not take the pages. Check the printer, or save as PDF.</source>
        <translation>De printer nam de bladzijden niet aan. Controleer de printer, of sla op als pdf.</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Er wordt afgedrukt…</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Opgeslagen: %1</translation>
    </message>
</context>
<context>
    <name>Silences</name>
    <message>
        <source>remark silenced</source>
        <translation>opmerking tot zwijgen gebracht</translation>
    </message>
</context>
<context>
    <name>SituationWords</name>
    <message>
        <source>Choose a folder of dossiers, or drop one on this window.</source>
        <translation>Kies een map met dossiers, of laat er een op dit venster vallen.</translation>
    </message>
    <message>
        <source>No answer came. Change the words to ask once more.</source>
        <translation>Er kwam geen antwoord. Wijzig de woorden om opnieuw te zoeken.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Zoeken…</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) found</source>
        <translation>
            <numerusform>%n onderwerp gevonden</numerusform>
            <numerusform>%n onderwerpen gevonden</numerusform>
        </translation>
    </message>
    <message>
        <source>More than %1 topics found</source>
        <translation>Meer dan %1 onderwerpen gevonden</translation>
    </message>
    <message>
        <source>Nothing found yet: the dossiers are still being read.</source>
        <translation>Nog niets gevonden: de dossiers worden nog gelezen.</translation>
    </message>
    <message>
        <source>Nothing found in what was read so far.</source>
        <translation>Niets gevonden in wat tot nu toe is gelezen.</translation>
    </message>
    <message>
        <source>Nothing found. Press Escape to see all dossiers again.</source>
        <translation>Niets gevonden. Druk op Escape om alle dossiers weer te zien.</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s)</source>
        <translation>
            <numerusform>%n dossier</numerusform>
            <numerusform>%n dossiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) that cannot be read, at the end</source>
        <translation>
            <numerusform>%n bestand dat niet te lezen is, aan het eind</numerusform>
            <numerusform>%n bestanden die niet te lezen zijn, aan het eind</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the dossiers…</source>
        <translation>De dossiers worden gelezen…</translation>
    </message>
    <message>
        <source>Nothing was read yet.</source>
        <translation>Er is nog niets gelezen.</translation>
    </message>
    <message>
        <source>There are no dossiers in this folder, nor in those below it. Choose another folder.</source>
        <translation>In deze map en de mappen daaronder staan geen dossiers. Kies een andere map.</translation>
    </message>
    <message>
        <source>“%1:” is no field; perhaps “%2:”.</source>
        <translation>“%1:” is geen veld; misschien “%2:”.</translation>
    </message>
    <message>
        <source>Notes are not looked for here: open a dossier to find your notes on it.</source>
        <translation>Notities worden hier niet doorzocht: open een dossier om uw notities daarbij te vinden.</translation>
    </message>
    <message>
        <source>Reading was stopped: what was not read is not in the list.</source>
        <translation>Het lezen is gestopt: wat niet is gelezen, staat niet in de lijst.</translation>
    </message>
</context>
<context>
    <name>SuggestionLabel</name>
    <message>
        <source>Tab completes: %1</source>
        <translation>Tab vult aan: %1</translation>
    </message>
</context>
<context>
    <name>Teller</name>
    <message numerus="yes">
        <source>%n thing(s) to mend in this file. The first: %1</source>
        <translation>
            <numerusform>%n punt in dit bestand om te herstellen: %1</numerusform>
            <numerusform>%n punten in dit bestand om te herstellen. Het eerste: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The note was deleted.</source>
        <translation>De notitie is verwijderd.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Terughalen</translation>
    </message>
    <message numerus="yes">
        <source>An editor would make %n remark(s) on this dossier.</source>
        <translation>
            <numerusform>Een redacteur zou bij dit dossier %n opmerking maken.</numerusform>
            <numerusform>Een redacteur zou bij dit dossier %n opmerkingen maken.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Tonen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Kiezen…</translation>
    </message>
    <message numerus="yes">
        <source>Edition %1 is new to you: %n topic(s) not as you had them.</source>
        <translation>
            <numerusform>Editie %1 is nieuw voor u: %n onderwerp is niet meer zoals u het had.</numerusform>
            <numerusform>Editie %1 is nieuw voor u: %n onderwerpen zijn niet meer zoals u ze had.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Wat er nieuw is</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) could not be placed for sure in this edition. Nothing was lost.</source>
        <translation>
            <numerusform>%n notitie is in deze editie niet met zekerheid te plaatsen. Er is niets verloren.</numerusform>
            <numerusform>%n notities zijn in deze editie niet met zekerheid te plaatsen. Er is niets verloren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Beoordelen</translation>
    </message>
    <message>
        <source>It is not known yet where all notes belong. Try again in a moment.</source>
        <translation>Het is nog niet bekend waar alle notities horen. Probeer het zo dadelijk opnieuw.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) left in doubt</source>
        <translation>
            <numerusform>%n notitie blijft in twijfel</numerusform>
            <numerusform>%n notities blijven in twijfel</numerusform>
        </translation>
    </message>
    <message>
        <source>Every note has its place again.</source>
        <translation>Elke notitie heeft haar plaats weer.</translation>
    </message>
    <message>
        <source>The window will not come back as it is now: %1.</source>
        <translation>Het venster komt niet terug zoals het nu is: %1.</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wordt gelezen…</translation>
    </message>
</context>
<context>
    <name>ThrowBox</name>
    <message>
        <source>They cannot be brought back from here. The daily backups keep them for up to seven days.</source>
        <translation>Ze zijn hier dan niet meer terug te halen. De dagelijkse reservekopieën bewaren ze nog hoogstens zeven dagen.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Weggooien</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
    <message numerus="yes">
        <source>Throw %n note(s) away for good?</source>
        <translation>
            <numerusform>%n notitie voorgoed weggooien?</numerusform>
            <numerusform>%n notities voorgoed weggooien?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TickList</name>
    <message>
        <source>T&amp;opics</source>
        <translation>Onder&amp;werpen</translation>
    </message>
    <message>
        <source>Topics to print</source>
        <translation>Onderwerpen om af te drukken</translation>
    </message>
    <message>
        <source>&amp;Tick</source>
        <translation>&amp;Aanvinken</translation>
    </message>
    <message>
        <source>Tick many topics at once</source>
        <translation>Veel onderwerpen tegelijk aanvinken</translation>
    </message>
    <message>
        <source>This &amp;topic</source>
        <translation>Dit &amp;onderwerp</translation>
    </message>
    <message>
        <source>This &amp;session</source>
        <translation>Deze &amp;sessie</translation>
    </message>
    <message>
        <source>&amp;All topics</source>
        <translation>&amp;Alle onderwerpen</translation>
    </message>
    <message>
        <source>What the &amp;filter shows</source>
        <translation>Wat het &amp;filter toont</translation>
    </message>
    <message>
        <source>Those with my &amp;notes</source>
        <translation>Die met mijn &amp;notities</translation>
    </message>
    <message>
        <source>As &amp;last time</source>
        <translation>Zoals de &amp;vorige keer</translation>
    </message>
    <message>
        <source>N&amp;othing</source>
        <translation>Nie&amp;ts</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
</context>
<context>
    <name>TopicView</name>
    <message>
        <source>Page</source>
        <translation>Pagina</translation>
    </message>
    <message>
        <source>Changed since you read it: see what</source>
        <translation>Veranderd sinds u het las: bekijk wat</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n notitie</numerusform>
            <numerusform>%n notities</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TreePane</name>
    <message>
        <source>Filter sessions and topics</source>
        <translation>Filter sessies en onderwerpen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Every word must occur, in any order, also inside other words</source>
        <translation>Elk woord moet voorkomen, in willekeurige volgorde, ook binnen andere woorden</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n notitie</numerusform>
            <numerusform>%n notities</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TurnButton</name>
    <message>
        <source>Sessions and topics</source>
        <translation>Sessies en onderwerpen</translation>
    </message>
    <message>
        <source>Actors and topics</source>
        <translation>Actoren en onderwerpen</translation>
    </message>
    <message>
        <source>Tags and topics</source>
        <translation>Labels en onderwerpen</translation>
    </message>
    <message>
        <source>Kinds and topics</source>
        <translation>Soorten en onderwerpen</translation>
    </message>
    <message>
        <source>Terms and topics</source>
        <translation>Begrippen en onderwerpen</translation>
    </message>
    <message>
        <source>By session</source>
        <translation>Op sessie</translation>
    </message>
    <message>
        <source>By actor</source>
        <translation>Op actor</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>Op label</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Op soort</translation>
    </message>
    <message>
        <source>By term</source>
        <translation>Op begrip</translation>
    </message>
    <message>
        <source>%1: getting ready…</source>
        <translation>%1: wordt gereedgemaakt…</translation>
    </message>
    <message>
        <source>Tree arranged: %1</source>
        <translation>Indeling van de boom: %1</translation>
    </message>
    <message>
        <source>Arrange the topics by session, actor, tag, kind or term</source>
        <translation>Deel de onderwerpen in op sessie, actor, label, soort of begrip</translation>
    </message>
</context>
<context>
    <name>Turner</name>
    <message>
        <source>No actor or term is named here.</source>
        <translation>Hier wordt geen actor of begrip genoemd.</translation>
    </message>
    <message>
        <source>Everything on</source>
        <translation>Alles over</translation>
    </message>
</context>
<context>
    <name>UnderWay</name>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Ongedaan maken</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>O&amp;pnieuw</translation>
    </message>
    <message>
        <source>typing</source>
        <translation>typen</translation>
    </message>
    <message>
        <source>Undoing…</source>
        <translation>Bezig met ongedaan maken…</translation>
    </message>
    <message>
        <source>Doing again…</source>
        <translation>Bezig met opnieuw doen…</translation>
    </message>
    <message>
        <source>Nothing was done: notes were changed elsewhere meanwhile. See what the menu names now.</source>
        <translation>Er is niets gedaan: de notities zijn intussen elders gewijzigd. Kijk wat het menu nu noemt.</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Ongedaan gemaakt: %1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>Opnieuw gedaan: %1</translation>
    </message>
    <message>
        <source>Left as it is, because it was changed meanwhile: %1</source>
        <translation>Gelaten zoals het is, omdat het intussen is veranderd: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) were changed meanwhile and stay as they are.</source>
        <translation>
            <numerusform>%n notitie is intussen veranderd en blijft zoals ze is.</numerusform>
            <numerusform>%n notities zijn intussen veranderd en blijven zoals ze zijn.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is in another dossier: %1</source>
        <translation>Het staat in een ander dossier: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n note(s))</source>
        <translation>
            <numerusform>%1 (%n notitie)</numerusform>
            <numerusform>%1 (%n notities)</numerusform>
        </translation>
    </message>
    <message>
        <source>new note</source>
        <translation>nieuwe notitie</translation>
    </message>
    <message>
        <source>text of a note</source>
        <translation>tekst van een notitie</translation>
    </message>
    <message>
        <source>kind of note</source>
        <translation>soort notitie</translation>
    </message>
    <message>
        <source>status of a note</source>
        <translation>status van een notitie</translation>
    </message>
    <message>
        <source>labels of a note</source>
        <translation>labels van een notitie</translation>
    </message>
    <message>
        <source>proposed wording</source>
        <translation>voorgestelde tekst</translation>
    </message>
    <message>
        <source>place of a note</source>
        <translation>plaats van een notitie</translation>
    </message>
    <message>
        <source>note deleted</source>
        <translation>notitie verwijderd</translation>
    </message>
    <message>
        <source>note brought back</source>
        <translation>notitie teruggehaald</translation>
    </message>
    <message>
        <source>version chosen</source>
        <translation>versie gekozen</translation>
    </message>
    <message>
        <source>notes imported</source>
        <translation>notities geïmporteerd</translation>
    </message>
    <message>
        <source>several changes</source>
        <translation>verschillende wijzigingen</translation>
    </message>
</context>
<context>
    <name>UnsavedBox</name>
    <message numerus="yes">
        <source>%n note(s) could not be saved.</source>
        <translation>
            <numerusform>%n notitie kon niet worden opgeslagen.</numerusform>
            <numerusform>%n notities konden niet worden opgeslagen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Versions of the note</source>
        <translation>Versies van de notitie</translation>
    </message>
    <message>
        <source>This note was changed in two places at the same time. Nothing is lost: choose.</source>
        <translation>Deze notitie is op twee plaatsen tegelijk veranderd. Er is niets verloren: kies.</translation>
    </message>
    <message>
        <source>Keep each as a &amp;note of its own</source>
        <translation>Elk als eigen &amp;notitie bewaren</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Later</translation>
    </message>
    <message>
        <source>Keep version &amp;%1</source>
        <translation>Versie &amp;%1 bewaren</translation>
    </message>
</context>
<context>
    <name>Walker</name>
    <message>
        <source>Hit %1 of %2 on this page</source>
        <translation>Treffer %1 van %2 op deze pagina</translation>
    </message>
    <message>
        <source>topic %1 of %2 in the tree</source>
        <translation>onderwerp %1 van %2 in de boom</translation>
    </message>
</context>
<context>
    <name>Wishes</name>
    <message>
        <source>Dossiers and documents (*.yaml *.yml %1);;Dossiers (*.yaml *.yml);;All files (*)</source>
        <translation>Dossiers en documenten (*.yaml *.yml %1);;Dossiers (*.yaml *.yml);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Open a dossier</source>
        <translation>Een dossier openen</translation>
    </message>
    <message>
        <source>Shift with the arrow keys selects words, Ctrl+N begins a note on them, Escape ends this.</source>
        <translation>Shift met de pijltjestoetsen selecteert woorden, Ctrl+N begint er een notitie bij, Escape beëindigt dit.</translation>
    </message>
</context>
</TS>
