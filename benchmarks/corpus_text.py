"""The sentences of the made-up stream, all of our own writing: kinds of event, facts in several wordings, noise.

A *fact* is a tuple of wordings of one statement. Slots: `{dead}`, `{hurt}`, `{missing}` are the event's counts as known
at the time of writing; `{p1}`…`{p5}` people of the story, `{s1}`…`{s5}` their surnames, `{o1}`…`{o3}` office and name;
others are drawn once per fact: `{n}` 2-9 (`{c}` in digits), `{m}` 11-60, `{k}` 100-900, `{big}`, `{year}`, `{age}`, `{hour}`,
`{euro}`, `{who}` a person met once, `{village}`, `{street}`, `{job}`, `{thing}`, `{goods}`, `{vehicle}`, `{body}`, `{feel}`.
"""
# ruff: noqa: E501  (a wording, or a bank of words, to a line)

from __future__ import annotations

from typing import NamedTuple

Fact = tuple[str, ...]


class Kind(NamedTuple):
    """A kind of event: headline nouns, "when …" clauses, places where it happens, what only it has to tell."""

    nouns: tuple[str, ...]
    clauses: tuple[str, ...]
    sites: tuple[str, ...]
    facts: tuple[Fact, ...]


def _kind(nouns: str, clauses: str, sites: str, *facts: str) -> Kind:
    return Kind(_bar(nouns), _bar(clauses), _bar(sites), tuple(_bar(f) for f in facts))


def _bar(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|"))


KINDS = (
    _kind(
        "explosion|blast|boiler explosion",
        "a boiler exploded at {site}|an explosion tore through {site}|a blast ripped open {site}",
        "a sugar refinery|a grain terminal|a fireworks workshop|a paper mill|a brewery|a fertiliser plant|a cannery",
        "Windows were broken up to {n} kilometres away.|The blast shattered windows as far as {n} kilometres away.",
        "The pressure valve had been replaced {n} weeks earlier, {p3} said.|{p3} said a valve was changed {n} weeks ago.",
        "Gas was shut off in {m} streets.|Workers cut the gas supply to {m} streets as a precaution.",
    ),
    _kind(
        "fire|blaze|factory fire",
        "fire swept through {site}|a blaze broke out in {site}|flames engulfed {site}",
        "a textile mill|a furniture warehouse|a shoe factory|a hostel|a nursing home|a nightclub|a covered market",
        "It took {m} fire engines {n} hours to put out the flames.|The fire was out after {n} hours and {m} engines.",
        "Two of the emergency exits were locked, {p2} said.|{p2} said that two emergency exits had been locked.",
        "Rolls of {goods} stored in the basement fed the fire.|The fire fed on {goods} that were kept in the basement.",
    ),
    _kind(
        "air strike|strike|bombardment",
        "an air strike hit {site}|warplanes bombed {site}|bombs fell on {site}",
        "a fuel depot|a railway yard|a school|an apartment block|a water station|a bakery|a radio mast",
        "The army said it had aimed at {n} launchers hidden among trees.|{n} launchers were the target, the army said.",
        "Residents counted {n} aircraft before dawn.|Before dawn, people in the town counted {n} planes.",
        "A second strike came {m} minutes later, {p4} said.|{m} minutes later, {p4} said, a second strike followed.",
    ),
    _kind(
        "bridge collapse|collapse|collapse of a bridge",
        "{site} collapsed|{site} gave way|part of {site} fell into the river",
        "a road bridge|a suspension bridge|a footbridge|a railway viaduct|a flyover|a pontoon bridge",
        "{m} vehicles were on the span at the time.|At the time {m} vehicles stood on the span.",
        "Engineers had asked for repairs in {year}.|Repairs were requested by engineers as early as {year}.",
        "The river is {n} metres deep there.|Divers worked in {n} metres of brown water.",
    ),
    _kind(
        "landslide|mudslide|slope failure",
        "a landslide buried {site}|mud and rock slid onto {site}|a hillside came down on {site}",
        "a railway cutting|a row of cottages|a quarry village|a mountain road|a camp of tents|a holiday park",
        "It had rained for {n} days without a break.|The slide followed {n} days of unbroken rain.",
        "Some {big} cubic metres of earth moved.|About {big} cubic metres of soil had come loose, geologists said.",
        "Sniffer dogs found {n} places to dig.|Dogs pointed the diggers to {n} spots.",
    ),
    _kind(
        "shooting|gun attack|armed attack",
        "gunmen opened fire at {site}|a gunman shot at people in {site}|attackers fired on {site}",
        "a cattle market|a barber's shop|a wedding hall|a bus stop|a police post|a toll gate|a chess club",
        "The attackers fled in a {vehicle}.|They escaped in a {vehicle}, witnesses said.",
        "Police collected {m} cartridge cases.|{m} cartridge cases lay on the ground, police said.",
        "A man of {age} was arrested in {village}.|Police in {village} arrested a {age}-year-old man.",
    ),
    _kind(
        "train crash|derailment|rail accident",
        "a train left the rails at {site}|two trains collided near {site}|a passenger train derailed by {site}",
        "a level crossing|a country station|a tunnel mouth|a signal box|a river bend|a freight yard",
        "The train was running at {m} kilometres an hour above the limit.|It was {m} kilometres an hour too fast.",
        "The line will stay closed for {n} days.|Trains will not run there for {n} days, the railway said.",
        "{k} passengers had tickets for the train.|The railway had sold {k} tickets.",
    ),
    _kind(
        "ferry sinking|shipwreck|sinking",
        "a ferry sank off {site}|a crowded boat capsized near {site}|a ferry turned over close to {site}",
        "a river landing|a fishing port|a lighthouse|a sandbank|a reef|a holiday island",
        "The boat was built for {m} people and carried {k}.|{k} people were aboard a vessel meant for {m}.",
        "Waves were {n} metres high.|The coast guard spoke of waves {n} metres high.",
        "Fishermen brought {m} people ashore.|{m} people were pulled aboard by fishermen.",
    ),
    _kind(
        "flood|flash flood|flooding",
        "a flash flood swept through {site}|a river burst its banks at {site}|floodwater covered {site}",
        "a valley town|a camping ground|a market quarter|an underpass|a row of workshops|the old port",
        "The river rose {n} metres in one night.|In a single night the water rose by {n} metres.",
        "{k} homes had no power.|Electricity failed in {k} homes.",
        "Boats took {m} people off roofs.|{m} people were taken from rooftops by boat.",
    ),
    _kind(
        "earthquake|quake|tremor",
        "an earthquake shook {site}|a strong quake struck {site}|a tremor brought down houses in {site}",
        "a mining district|a cathedral town|a mountain valley|the eastern suburbs|a resort|a border district",
        "The seismological institute put its magnitude at {c}.{c2}.|It measured {c}.{c2}, according to the institute.",
        "{m} aftershocks were felt by noon.|By midday the ground had shaken {m} more times.",
        "The minaret of a {c}00-year-old mosque fell.|A tower that had stood for {c}00 years came down.",
    ),
    _kind(
        "clashes|protest violence|riot",
        "protesters and police clashed at {site}|police broke up a march near {site}|a rally turned violent outside {site}",
        "the parliament|a steel works|the university|a customs house|the central bank|a television studio",
        "Police used tear gas and {n} water cannon.|Tear gas and {n} water cannon were turned on the crowd.",
        "Organisers put the crowd at {big}.|About {big} people marched, according to the organisers.",
        "{k} people were detained.|Police said that they were holding {k} people.",
    ),
    _kind(
        "prison riot|jail riot|prison unrest",
        "inmates rioted in {site}|fighting broke out in {site}|prisoners seized a wing of {site}",
        "a provincial prison|a remand centre|a youth jail|a prison farm|a women's prison",
        "{n} guards were held hostage.|Inmates took {n} guards hostage.",
        "The jail holds {k} inmates in cells for half as many.|It was built for half of the {k} people it holds.",
        "{m} prisoners were moved to {village}.|The ministry sent {m} prisoners to {village}.",
    ),
    _kind(
        "bus crash|coach crash|road accident",
        "a coach plunged off {site}|a bus and a lorry collided on {site}|a bus overturned on {site}",
        "a mountain pass|a ring road|a causeway|a motorway slip road|a forest road|a coastal highway",
        "The driver, {age}, had been at the wheel for {m} hours.|Its {age}-year-old driver had driven {m} hours.",
        "The passengers were pilgrims on the way to {village}.|They had been on a pilgrimage to {village}.",
        "The brakes failed, {p3} said.|According to {p3}, the brakes did not hold.",
    ),
    _kind(
        "drone attack|drone strike|attack by drones",
        "drones struck {site}|a drone hit {site}|a swarm of drones attacked {site}",
        "a power plant|an oil terminal|an airfield|a dockyard|a shopping street|a sub-station|a hospital yard",
        "Air defence shot down {m} of {k} drones.|Of {k} drones, {m} were brought down, the air force said.",
        "The tower burned for {n} hours.|Flames were seen for {n} hours.",
        "Debris fell on {street}.|Parts of a drone came down on {street}.",
    ),
    _kind(
        "bombing|bomb attack|suicide bombing",
        "a bomb went off in {site}|a bomber blew himself up at {site}|a car bomb exploded outside {site}",
        "a vegetable market|a tea house|a recruiting office|a bus station|a court|a shrine|a hotel lobby",
        "The bomb held {m} kilograms of explosive.|About {m} kilograms of explosive were used.",
        "A group calling itself the {village} Brigade said it had done it.|The {village} Brigade claimed the attack.",
        "A second device was made safe {n} streets away.|Sappers defused another bomb {n} streets off.",
    ),
    _kind(
        "mine disaster|pit collapse|mine accident",
        "a shaft collapsed in {site}|gas ignited in {site}|water broke into {site}",
        "a coal mine|a gold mine|a copper pit|a salt mine|an unlicensed emerald mine|a slate quarry",
        "The seam lies {k} metres below ground.|The men had been working {k} metres down.",
        "Knocking was heard through a pipe {n} hours later.|Rescuers heard knocking after {n} hours.",
        "The company was fined {euro} million euros in {year}.|In {year} it paid a fine of {euro} million euros.",
    ),
)

HEADLINES = (
    "{Dead} killed in {place} {noun}",
    "{Noun} in {place} kills {dead}, injures {hurt}",
    "At least {dead} dead after {noun} in {place}",
    "{place} {noun}: what we know so far",
    "{country}: {noun} leaves {dead} dead, {missing} missing",
    "Death toll in {place} {noun} at {dead}",
    "Grief and anger in {place} after {noun}",
)
LEADS = (
    "At least {dead} people were killed and {hurt} injured when {clause} in {place} on {day}, {o1} said.",
    "{Clause} in {place}, {country}, on {day}, killing {dead} people and injuring {hurt}, according to {o1}.",
    "{Dead} people died and {hurt} were hurt on {day} when {clause} in the town of {place}, officials said.",
    "The death toll from the {noun} in {place} stood at {dead} on {day}, with {missing} people still missing, {o1} said.",
    "Rescuers in {place} were searching for {missing} people after {clause}, killing {dead} and wounding {hurt}.",
)
UPDATES = (
    "The number of people killed in the {noun} in {place} has risen to {dead}, {o1} said on {day}.",
    "Hospitals in {place} now report {dead} dead and {hurt} injured from the {noun}, {o2} told reporters.",
    "{missing} people were still unaccounted for on {day} after the {noun} in {place}, which killed {dead}.",
)

GENERAL: tuple[Fact, ...] = tuple(
    _bar(line)
    for line in """
{o2} said {n} of the injured were in a serious condition.|{n} of the injured are in a serious condition, {o2} said.
“We heard a noise like a train and then the {thing} came in,” said {who}, {age}, a {job}.|{who}, {age}, a {job}, said: “We heard a noise like a train and then the {thing} came in.”
“Nobody warned us, and nobody has come to ask what we need,” {who} told the newspaper.|{who} complained that nobody had warned the residents and that nobody had come to ask what they needed.
“I ran back for my {thing}, and that is when the wall fell,” said {who}, who lives on {street}.|{who} of {street} said he had run back for his {thing} when the wall fell.
{o3} promised {euro} million euros for the families.|The families will share {euro} million euros, {o3} said.
{o3} declared {n} days of mourning.|{n} days of mourning were declared by {o3}.
Schools in {place} and {village} will stay closed until further notice.|Classes in {place} and {village} have been cancelled.
The {body} has opened an inquiry.|An inquiry was opened by the {body}.
Investigators from the {body} took away {m} boxes of papers.|The {body} seized {m} boxes of documents.
{p4}, {age}, is among the dead, the family said.|The family of {p4}, {age}, said that {s4} was one of the victims.
Among the dead were {n} children.|{n} of the dead were children, {o2} said.
{n} of the victims came from {village}.|{village} lost {n} of its people.
Volunteers brought {goods}, tea and bread to the gymnasium where families were waiting.|In the gymnasium where families waited, volunteers handed out {goods}, tea and bread.
The owner, {p5}, could not be reached.|{p5}, who owns the place, did not answer calls.
A lawyer for {p5} said that all inspections had been passed.|All inspections were passed, a lawyer for {p5} said.
Police detained {p5} and {n} others on {day}.|{p5} was detained with {n} other people.
{p1} told a news conference that the work would go on “until the last person is found”.|“We go on until the last person is found,” {p1} told a news conference.
“It should have been closed years ago,” {p2} said.|{p2} said it should have been shut down long ago.
{p2} accused the government of having known of the danger since {year}.|Since {year} the government has known of the danger, {p2} charged.
The opposition demanded that {p1} resign.|Opposition leaders called on {p1} to step down.
{p1} rejected calls to resign.|{s1} said that he would not step down.
Hospitals in {village} and {place} asked for blood.|Doctors in {village} and {place} appealed for blood donors.
Roads to {village} were blocked until {hour}.|Until {hour} no road to {village} was open.
The {body} sent {m} rescuers and {n} {vehicle}s.|{m} rescuers with {n} {vehicle}s were sent by the {body}.
It was the worst {noun} in {country} since {year}, when {k} people died.|Not since {year}, when {k} people lost their lives, has {country} seen a worse {noun}.
In {year}, a similar {noun} in {village} killed {m} people.|{m} people died in a similar {noun} in {village} in {year}.
About {big} people live in {place}, {m} kilometres from {village}.|{place}, a town of {big}, lies {m} kilometres from {village}.
{place} is known for its {goods} and its {job}s.|Visitors know {place} for its {goods}.
The damage was put at {euro} million euros.|A first estimate put the damage at {euro} million euros.
The cause was not immediately known.|It was not immediately clear what had happened.
{who}, a {job}, said he saw “people covered in dust, without shoes”.|“I saw people covered in dust, without shoes,” said {who}, a {job}.
Shops along {street} opened late, and the smell of burning hung over the river.|Along {street} shops stayed shut until noon.
The foreign minister of a neighbouring country offered {n} {vehicle}s and a field hospital.|A neighbour offered help: {n} {vehicle}s and a field hospital.
Messages of condolence came from {n} governments.|{n} governments sent condolences.
{o1} cancelled a trip abroad and flew to {place}.|A trip abroad was called off, and {o1} went to {place} instead.
A picture of {who} holding a {thing} was shared {big} times.|{big} people shared a photograph of {who} with a {thing}.
The bodies of {n} people have not been identified.|{n} bodies are still without a name.
A {job} who gave only the name {who} pulled {n} people out.|{n} people owe their lives to a {job} called {who}.
Experts of the {body} expect a first report in {n} weeks.|A first report is due in {n} weeks, the {body} said.
Trade unions called for a strike on {day}.|Unions want their members to stop work on {day}.
{k} people signed a petition asking for a memorial at {street}.|A memorial at {street} is what {k} signatories want.
The mood in {place} was {feel}.|People in {place} spoke of a {feel} mood.
“The {thing} is all that is left,” said {who}, {feel} and without sleep.|{who}, {feel}, pointed at a {thing}: it was all that was left.
Insurance covers only {n} of {m} buildings on {street}.|Of the {m} buildings on {street}, {n} are insured.
{s2} is a former {job} who has led the {body} since {year}.|Since {year}, {s2}, once a {job}, has been head of the {body}.
""".strip().splitlines()
)

NOISE: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "{place} beat {village} {c}-{c2} in cup tie",
        (
            "{place} beat {village} {c}-{c2} on {day} to reach the next round of the cup.",
            "{village} went down {c}-{c2} at {place} before a crowd of {big}.",
        ),
        (
            "{p1} scored in minute {m} after a pass by {p2}.", "{p3} was sent off for a foul on {s1}.",
            "“We kept our shape and took our chances,” said coach {p4}.", "{p5} saved a penalty before the break.",
            "{village} have lost {n} of their last {m} matches.", "{s2} hit the bar twice in the second half.",
            "{p2}, {age}, joined from {village} for {euro} million euros.", "The next match is against {village2} on {day}.",
            "The goalkeeper, {who}, hurt a shoulder and will be out for {n} weeks.",
            "Supporters lit flares, and play was stopped for {n} minutes.",
        ),
    ),
    (
        "Shares in {place} close {c}.{c2} percent higher",
        (
            "Shares in {place} rose {c}.{c2} percent on {day}, led by makers of {goods}.",
            "The {place} index closed at {big} points on {day}, up {c}.{c2} percent.",
        ),
        (
            "{village} Holdings gained {c}.{c2} percent after it raised its forecast.", "Oil stood at {m}.{c} dollars a barrel.",
            "“Investors expect a cut in rates,” said {p1}, an analyst at {village} Bank.", "The euro bought 1.{m} dollars.",
            "{village2} Steel fell {n} percent on news of a fine of {euro} million euros.",
            "Turnover reached {k} million euros, {n} percent more than the day before.",
            "Bonds were little changed, with the ten-year yield at {c}.{c2} percent.",
            "{p2}, chief executive of {village} Foods, sold {k},000 shares.", "Makers of {goods} lost ground.",
        ),
    ),
    (
        "{feel} weather ahead for {place}",
        (
            "The {body} expects rain and {n} degrees in {place} on {day}.",
            "After a week of sun, {place} should prepare for showers, the {body} said on {day}.",
        ),
        (
            "Winds of {m} kilometres an hour are forecast for the coast.", "In {village}, {m} millimetres of rain may fall.",
            "Night temperatures will drop to {n} degrees in the hills around {village}.", "Fog will slow the morning traffic.",
            "“Take an umbrella and leave the {vehicle} at home,” said forecaster {who}.",
            "The last time {place} was so wet at this time of year was in {year}.",
            "Farmers hope that the rain will save the {goods}.", "The weekend looks brighter from {village2} to the sea.",
        ),
    ),
    (
        "{p1} brings {thing}s to the {place} festival",
        (
            "{p1}'s new play about a {job} and a {thing} opened in {place} on {day} to long applause.",
            "The {place} festival opened on {day} with a film by {p1} about a {job}.",
        ),
        (
            "{p2} plays a {job} who inherits a {thing} from {village}.", "The music is by {p3}, who was born in {village}.",
            "“I wanted to write about being {feel},” {s1} said.", "Tickets cost {m} euros.", "The run ends in {n} weeks.",
            "{who}'s stage is bare but for a {thing} and {n} chairs.", "Critics called the second act {feel}.",
            "The prize of {big} euros went to {p4} for a novel set in {village2}.", "{s1}, {age}, lives with a {job} on {street}.",
        ),
    ),
    (
        "{place} council votes on {street}",
        (
            "The council of {place} voted on {day} to close {street} to cars, by {m} votes to {n}.",
            "Cars will be banned from {street} in {place} after a vote of {m} to {n} on {day}.",
        ),
        (
            "Mayor {p1} called the decision overdue.", "Traders led by {p2} fear to lose {n} in ten customers.",
            "The work will cost {euro} million euros and take {n} months.", "Buses will run every {n} minutes instead.",
            "“My {vehicle} does not fit through the side streets,” said {who}, a {job}.",
            "A plan for a market hall with {goods} was put off.", "The library stays open until {hour}.",
            "Councillor {p3} left the meeting {feel}.", "In {year} a similar plan failed by {n} votes.",
        ),
    ),
    (
        "{village} University finds new use for {goods}",
        (
            "Researchers at {village} University have found that {goods} can be made from {goods2}, they said on {day}.",
            "A team led by {p1} of {village} University says it can turn {goods2} into {goods}.",
        ),
        (
            "The study followed {k} people for {n} years.", "“We were surprised,” said {s1}, {age}, who began as a {job}.",
            "The method uses a {thing} cooled to {n} degrees.", "{p2}, who took no part in the work, urged caution.",
            "The {body} paid {euro} million euros for it.", "A first product may be sold in {n} years.",
            "Earlier tests, in {year}, had failed.", "The findings were published with data from {place}.",
        ),
    ),
)  # fmt: skip

BOILERPLATE = (
    "Sign up for our newsletter and get the day's stories in your inbox.",
    "Read more: {place} prepares for the season of {goods}",
    "Advertisement",
    "Share this article",
    "This article was first published by a partner. All rights reserved.",
    "Follow us for updates on this story.",
    "Related: {village} counts the cost of a {feel} summer",
    "(Reporting by {who}; editing by {p5})",
    "Subscribe to support our journalism.",
)

BANKS: dict[str, tuple[str, ...]] = {
    name: tuple(words.split(","))
    for name, words in {
        "job": "baker,welder,nurse,taxi driver,teacher,shepherd,lift fitter,tailor,fisherman,retired clerk,student,glazier,"
        "beekeeper,pharmacist,street vendor,plumber,crane operator,librarian,barber,goatherd,postman,dentist,joiner,"
        "tram driver,seamstress,night watchman,cook,potter,bricklayer,violin teacher,bookkeeper,roofer,translator",
        "thing": "door,ladder,bicycle,lamp,suitcase,photograph,blanket,violin,kettle,mirror,radio,sewing machine,carpet,"
        "wardrobe,helmet,notebook,birdcage,parasol,clock,samovar,handcart,chair,stove,typewriter,window frame,pram",
        "goods": "cotton,olives,roof tiles,honey,tobacco,wool,dried apricots,foam,paint,plywood,rubber,walnuts,carpets,"
        "rope,maize,leather,batteries,ceramics,seed oil,paper,salted fish,lentils,copper wire,straw,milk powder,hops",
        "vehicle": "helicopter,bulldozer,white van,tanker,ambulance,tractor,lorry,pickup,motorcycle,boat,crane,jeep,bus",
        "body": "labour inspectorate,coast guard,prosecutor's office,ministry of transport,civil defence agency,railway board,"
        "geological survey,army engineers,fire brigade,health ministry,state auditor,meteorological office,port authority,"
        "Red Crescent branch,regional court,interior ministry,building authority,energy regulator,mountain rescue service",
        "feel": "tense,hopeful,angry,weary,calm,defiant,gloomy,uneasy,stunned,bitter,quiet,fearful,restless,sombre,lively",
        "office": "governor,police chief,Interior Minister,Mayor,army spokesman,fire chief,Health Minister,district head,"
        "hospital director,President,Prime Minister,coast guard commander,prosecutor,civil defence chief,rescue coordinator",
        "day": "Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday",
        "way": "Street,Road,Square,Avenue,Lane,Embankment,Hill,Market",
    }.items()
}
