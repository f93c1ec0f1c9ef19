<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>DeskActions</name>
    <message numerus="yes">
        <source>Print %n pages</source>
        <translation>
            <numerusform>Print %n page</numerusform>
            <numerusform>Print %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiscardPanel</name>
    <message numerus="yes">
        <source>{form}: %n answers are thrown away. This cannot be undone.</source>
        <translation>
            <numerusform>{form}: %n answer is thrown away. This cannot be undone.</numerusform>
            <numerusform>{form}: %n answers are thrown away. This cannot be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PartWords</name>
    <message numerus="yes">
        <source>My next %n steps</source>
        <translation>
            <numerusform>My next step (%n)</numerusform>
            <numerusform>My next %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps are in another language</source>
        <translation>
            <numerusform>%n step is in another language</numerusform>
            <numerusform>%n steps are in another language</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dates</source>
        <translation>
            <numerusform>%n date</numerusform>
            <numerusform>%n dates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{places}, %n print “call first”</source>
        <translation>
            <numerusform>{places}, %n prints “call first”</numerusform>
            <numerusform>{places}, %n print “call first”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintPanel</name>
    <message numerus="yes">
        <source>Print %n pages</source>
        <translation>
            <numerusform>Print %n page</numerusform>
            <numerusform>Print %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintedPanel</name>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message numerus="yes">
        <source>%n flag(s)</source>
        <translation>
            <numerusform>%n flag</numerusform>
            <numerusform>%n flags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without answer</source>
        <translation>
            <numerusform>%n without answer</numerusform>
            <numerusform>%n without answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadyPanel</name>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message numerus="yes">
        <source>Return with %n comment(s)</source>
        <translation>
            <numerusform>Return with %n comment</numerusform>
            <numerusform>Return with %n comments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignPanel</name>
    <message numerus="yes">
        <source>%n without an answer</source>
        <translation>
            <numerusform>%n without an answer</numerusform>
            <numerusform>%n without an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) open</source>
        <translation>
            <numerusform>%n comment open</numerusform>
            <numerusform>%n comments open</numerusform>
        </translation>
    </message>
</context>
</TS>
