<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>FacetBar</name>
    <message numerus="yes">
        <source>%n more: type “%1:” and the first letters</source>
        <translation>
            <numerusform>%n more: type “%1:” and the first letters</numerusform>
            <numerusform>%n more: type “%1:” and the first letters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoundLabel</name>
    <message numerus="yes">
        <source>%n topic(s) found</source>
        <translation>
            <numerusform>%n topic found</numerusform>
            <numerusform>%n topics found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineWords</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NearestOffers</name>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesPane</name>
    <message numerus="yes">
        <source>%1 of %n note(s)</source>
        <translation>
            <numerusform>%1 of %n note</numerusform>
            <numerusform>%1 of %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SituationWords</name>
    <message numerus="yes">
        <source>%n topic(s) found</source>
        <translation>
            <numerusform>%n topic found</numerusform>
            <numerusform>%n topics found</numerusform>
        </translation>
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
            <numerusform>%n file that cannot be read, at the end</numerusform>
            <numerusform>%n files that cannot be read, at the end</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Teller</name>
    <message numerus="yes">
        <source>%n thing(s) to mend in this file. The first: %1</source>
        <translation>
            <numerusform>%n thing to mend in this file: %1</numerusform>
            <numerusform>%n things to mend in this file. The first: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopicView</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TreePane</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnsavedBox</name>
    <message numerus="yes">
        <source>%n note(s) could not be saved.</source>
        <translation>
            <numerusform>%n note could not be saved.</numerusform>
            <numerusform>%n notes could not be saved.</numerusform>
        </translation>
    </message>
</context>
</TS>
