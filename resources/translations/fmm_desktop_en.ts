<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Disputes</name>
    <message numerus="yes">
        <source>%n note(s) still wait(s) for a choice</source>
        <translation>
            <numerusform>%n note still waits for a choice</numerusform>
            <numerusform>%n notes still wait for a choice</numerusform>
        </translation>
    </message>
</context>
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
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n note(s) in %1</source>
        <translation>
            <numerusform>%n note in %1</numerusform>
            <numerusform>%n notes in %1</numerusform>
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
    <name>NoteExchange</name>
    <message numerus="yes">
        <source>%n note(s) saved: %1</source>
        <translation>
            <numerusform>%n note saved: %1</numerusform>
            <numerusform>%n notes saved: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) imported. Undo takes the whole import back.</source>
        <translation>
            <numerusform>%n note imported. Undo takes the whole import back.</numerusform>
            <numerusform>%n notes imported. Undo takes the whole import back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them changed here as well: choose what stays.</source>
        <translation>
            <numerusform>%n of them changed here as well: choose what stays.</numerusform>
            <numerusform>%n of them changed here as well: choose what stays.</numerusform>
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
    <name>NotesTable</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n note(s)</source>
        <translation>
            <numerusform>%1 of %n note</numerusform>
            <numerusform>%1 of %n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemarksDoor</name>
    <message numerus="yes">
        <source>Silenced in line %1 of the file: %n remark(s) fewer.</source>
        <translation>
            <numerusform>Silenced in line %1 of the file: %n remark fewer.</numerusform>
            <numerusform>Silenced in line %1 of the file: %n remarks fewer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemarksPane</name>
    <message numerus="yes">
        <source>%n remark(s) of an editor</source>
        <translation>
            <numerusform>%n remark of an editor</numerusform>
            <numerusform>%n remarks of an editor</numerusform>
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
    <message numerus="yes">
        <source>An editor would make %n remark(s) on this dossier.</source>
        <translation>
            <numerusform>An editor would make %n remark on this dossier.</numerusform>
            <numerusform>An editor would make %n remarks on this dossier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Edition %1 is new to you: %n topic(s) not as you had them.</source>
        <translation>
            <numerusform>Edition %1 is new to you: %n topic is not as you had it.</numerusform>
            <numerusform>Edition %1 is new to you: %n topics are not as you had them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) could not be placed for sure in this edition. Nothing was lost.</source>
        <translation>
            <numerusform>%n note could not be placed for sure in this edition. Nothing was lost.</numerusform>
            <numerusform>%n notes could not be placed for sure in this edition. Nothing was lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) left in doubt</source>
        <translation>
            <numerusform>%n note left in doubt</numerusform>
            <numerusform>%n notes left in doubt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThrowBox</name>
    <message numerus="yes">
        <source>Throw %n note(s) away for good?</source>
        <translation>
            <numerusform>Throw %n note away for good?</numerusform>
            <numerusform>Throw %n notes away for good?</numerusform>
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
    <name>Undo</name>
    <message numerus="yes">
        <source>%n note(s) were changed meanwhile and stay as they are.</source>
        <translation>
            <numerusform>%n note was changed meanwhile and stays as it is.</numerusform>
            <numerusform>%n notes were changed meanwhile and stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n note(s))</source>
        <translation>
            <numerusform>%1 (%n note)</numerusform>
            <numerusform>%1 (%n notes)</numerusform>
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
