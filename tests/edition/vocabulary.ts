/** Words of the news, the commoner first, for titles that share words as real ones do. */
export const WORDS =
  `says new government plan court deal talks police minister after over trade border vote bank rate market energy strike
port water fire health school tax budget law party election leader crisis aid fund growth price oil gas food climate
storm flood river bridge road rail train ferry airport flight crew ship cargo harbour crane basin channel coast island
village town city region state capital parliament senate council mayor governor president premier chancellor king queen
prince bishop judge jury trial verdict appeal sentence prison guard officer army navy troops soldiers missile drone tank
ceasefire truce treaty summit envoy embassy sanctions tariff export import customs quota subsidy loan debt bond yield
currency inflation wages pension jobs unemployment union workers walkout factory plant mine steel copper lithium grain
wheat harvest drought heatwave frost snow avalanche landslide quake tremor volcano ash smoke wildfire forest park wildlife
bear wolf whale salmon bees vaccine virus outbreak hospital nurses doctors patients surgery clinic drug opioid smuggling
gang cartel raid arrest suspect witness fraud bribery probe inquiry audit scandal resignation cabinet reshuffle coalition
opposition protest rally march curfew emergency rescue survivors victims missing funeral mourning memorial museum gallery
painting sculpture bell tower cathedral mosque temple festival concert orchestra singer actor film novel prize award
champion league final penalty goal coach striker keeper marathon sprinter cyclist sailing regatta chess medal record
satellite rocket orbit lunar telescope asteroid comet laboratory physics gene protein battery turbine solar reactor grid
blackout pipeline refinery tanker spill cleanup recycling plastic sewage reservoir dam irrigation canal lock tunnel metro
tram bus fare ticket passenger pilot runway delay merger takeover bid shares index investors regulator antitrust patent
lawsuit settlement fine penalties recall defect chip software outage breach hackers ransom privacy data cloud robot
algorithm startup billionaire tycoon heiress estate auction antique shipwreck treasure archive letters diary manuscript
opens closes delays bans backs rejects urges warns vows seeks signals halts resumes cuts raises holds lifts eases widens
narrows slows surges slumps rebounds stalls collapses reopens returns resigns denies admits accuses sues charges jails
frees pardons rescues recovers unveils launches tests approves blocks postpones extends renews revokes suspends restores
quietly sharply narrowly early late again finally despite amid before during without against toward beyond under northern
southern eastern western coastal rural urban federal local global historic fragile bitter rare deadly costly secret`.split(
    /\s+/,
  );

/** Names of places and people that nobody has. */
export const NAMES =
  `Lumen Norden Okoye Hale Varga Silva Port-Aven Kestrel Tamsin Ruvo Dorvale Ilmari Quenby Sorrel Veldt Anker Brisco Calder
Deveraux Eskdale Farrow Gantry Holm Istria Jarrow Kovac Lindqvist Marchetti Nyberg Oswin Pellar Quill Rostov Sandoval
Tirana Ulrik Vasquez Wendell Yarrow Zeller Abara Belmonte Castellan Drummond Eberle Fontaine Grimsby Hadley`.split(
    /\s+/,
  );

export const SMALL = "a the of in to for on as at by with from and its his her".split(" ");
