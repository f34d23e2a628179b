"""The text of data/example/monitor/README.md; its tables are filled in when it is written."""

README = """# Voorbeeld: gegevens voor de monitor

Alles in deze map is verzonnen. Elke naam en elke tekst begint met ‘Voorbeeld:’. Niets hier gaat
over echte mensen, echte partners of een echte interventie. Alleen de wijken, de gekozen thema’s
en de gebieden bestaan echt.

De bestanden gaan door dezelfde import als echte gegevens. Een programma maakt ze, en elke keer
komen dezelfde bestanden eruit:

    python -m wijzer.ingest.example

Wijzig de bestanden dus niet met de hand. Wijzig de aannames in `wijzer/ingest/example` en maak ze
opnieuw.

## Wat het voorbeeld laat zien

* Twee jaren en meer voor Stevenshof en Alphen Noord: van januari 2020 tot en met december 2022.
* Een begin zonder monitorplan voor Den Haag Zuidwest. Daar is een eerste vragenlijst begonnen,
  met minder dan tien antwoorden.
* Corona: van maart tot en met juni 2020 en van december 2020 tot en met april 2021 viel bijna
  alles uit.
* Mensen die stoppen, met een reden. Lege antwoorden. Groepen waarvan iets niet bekend is.
* Een deel van Alphen Noord met minder dan tien deelnemers (Zegersloot).
* Mensen die aan twee interventies meedoen, en per wijk één interventie waar alleen wordt geteld.
* Een interventie met precies negen mensen die twee keer invulden. Andere met 12 tot en met 29. En
  een interventie waar niemand dat deed.
* In Stevenshof gaat het welbevinden vooruit en in Alphen Noord niet. De eenzaamheid daalt in
  beide een beetje.
* In Stevenshof groeit het netwerk. Een partner gaat weg en er komen drie partners bij. In Alphen
  Noord antwoordt in de laatste ronde minder dan 70% van de partners.
* Focus: groene, oranje en rode lichten. Twee keer kozen mensen een ander licht, met een reden.
* Verhalen met toestemming, en twee zonder.

## Aannames

{assumptions}

Verder geldt:

* Toeval speelt mee. Het is zo gekozen dat de uitkomst dicht bij de aannames ligt.
* De leeftijd, het geslacht, de herkomst en het gebied van een mens hangen niet met elkaar samen.
* Van wie lang genoeg meedoet en niet eerder stopt, rondt 40% af na 11 tot en met 20 maanden. De
  anderen blijven tot het einde.
* Alleen wie in 2020 begint, tot en met 30 november, krijgt een vragenlijst. In Zuidwest krijgt
  iedereen hem.
* Eén interventie heeft precies negen mensen die twee keer invullen. Hun lijsten zijn helemaal
  ingevuld.
* Wie een ronde mist, vult ook de ronde daarna niet in.
* Wie zich beter voelt bij de start, vult iets vaker opnieuw in. Dat is selectief verlies.
* De verandering hangt niet af van de start. Regressie naar het gemiddelde zit er dus niet in. In
  het echt is die er wel: wie zich slecht voelt, voelt zich later vaak vanzelf wat beter.
* Ervaren gezondheid gaat een klein beetje mee met de WHO-5. Regie en sociale cohesie veranderen
  niet.
* Er is geen vergelijkingsgroep. Seizoen en corona veranderen de antwoorden niet.
* Een band tussen partners blijft bestaan tot een van de twee weggaat. Niet elke partner noemt
  elke band.
* De redenen bij een bijeenkomst die niet doorging, zijn ook verzonnen. Zij hebben geen
  ‘Voorbeeld:’.

## Bestanden

Tekens: UTF-8. Tussen de kolommen staat een puntkomma. Een getal heeft een komma, een dag is
31-12-2022, en een lijst heeft een streepje: `a|b`.

| bestand | regels |
|---|---|
{files}
"""
