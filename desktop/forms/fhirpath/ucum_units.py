"""The table of UCUM units: code, whether it takes prefixes, and its exact size in other units.

Source: The Unified Code for Units of Measure, version 2.1 (https://ucum.org/ucum), tables 4 to 25,
without units of logarithms and historic units. A code not listed here converts only to itself.
"""

BASE_UNITS = ("m", "s", "g", "rad", "K", "C", "cd")
"""The seven base units of UCUM; all take prefixes."""

PREFIXES = {
    "Y": 24,
    "Z": 21,
    "E": 18,
    "P": 15,
    "T": 12,
    "G": 9,
    "M": 6,
    "k": 3,
    "h": 2,
    "da": 1,
    "d": -1,
    "c": -2,
    "m": -3,
    "u": -6,
    "n": -9,
    "p": -12,
    "f": -15,
    "a": -18,
    "z": -21,
    "y": -24,
}
"""Prefix to power of ten."""

_ARBITRARY = """
[iU] [IU] [arb'U] [USP'U] [GPL'U] [MPL'U] [APL'U] [beth'U] [anti'Xa'U] [todd'U] [dye'U] [smgy'U]
[bdsk'U] [ka'U] [knk'U] [mclg'U] [tb'U] [CCID_50] [TCID_50] [EID_50] [PFU] [FFU] [CFU] [IR] [BAU]
[AU] [Amb'a'1'U] [PNU] [Lf] [D'ag'U] [FEU] [ELU] [EU] [pH] B Np [S] [HPF]
"""
ARBITRARY_UNITS = frozenset(_ARBITRARY.split())
"""Units that compare only with themselves; [IU] and [iU] are the same."""

OFFSET_UNITS = {
    "Cel": ("1", "273.15"),
    "[degF]": ("5/9", "459.67"),
    "[degRe]": ("5/4", "218.52"),
}
"""Temperature scales: kelvin is (value + offset) times factor."""

_METRIC = """
mol 6.02214076 10*23
sr 1 rad2
Hz 1 s-1
N 1 kg.m/s2
Pa 1 N/m2
J 1 N.m
W 1 J/s
A 1 C/s
V 1 J/C
F 1 C/V
Ohm 1 V/A
S 1 Ohm-1
Wb 1 V.s
T 1 Wb/m2
H 1 Wb/A
lm 1 cd.sr
lx 1 lm/m2
Bq 1 s-1
Gy 1 J/kg
Sv 1 J/kg
l 1 dm3
L 1 dm3
ar 100 m2
t 1000 kg
bar 100000 Pa
u 1.66053906660 10*-24.g
eV 1.602176634 10*-19.J
gf 9.80665 g.m/s2
Gal 1 cm/s2
dyn 1 g.cm/s2
erg 1 dyn.cm
P 1 dyn.s/cm2
St 1 cm2/s
G 0.0001 T
m[H2O] 9.80665 kPa
m[Hg] 133.3220 kPa
cal 4.184 J
cal_th 4.184 J
cal_IT 4.1868 J
cal_m 4.19002 J
eq 1 mol
osm 1 mol
kat 1 mol/s
U 1 umol/min
Ci 37000000000 Bq
R 2.58 10*-4.C/kg
RAD 100 erg/g
REM 100 erg/g
bit 1 1
By 8 bit
st 1 m3
"""

_OTHER = """
10* 10 1
10^ 10 1
[pi] 3.1415926535897932384626433832795028841971693993751058209749445923 1
% 1 10*-2
[ppth] 1 10*-3
[ppm] 1 10*-6
[ppb] 1 10*-9
[pptr] 1 10*-12
deg 2 [pi].rad/360
gon 0.9 deg
' 1 deg/60
'' 1 '/60
min 60 s
h 60 min
d 24 h
wk 7 d
a_t 365.24219 d
a_j 365.25 d
a_g 365.2425 d
a 365.25 d
mo_s 29.53059 d
mo_j 30.4375 d
mo_g 1 a_g/12
mo 30.4375 d
atm 101325 Pa
[in_i] 2.54 cm
[ft_i] 12 [in_i]
[yd_i] 3 [ft_i]
[mi_i] 5280 [ft_i]
[nmi_i] 1852 m
[kn_i] 1 [nmi_i]/h
[hd_i] 4 [in_i]
[mil_i] 0.001 [in_i]
[sin_i] 1 [in_i]2
[sft_i] 1 [ft_i]2
[syd_i] 1 [yd_i]2
[cin_i] 1 [in_i]3
[cft_i] 1 [ft_i]3
[in_us] 1 [ft_us]/12
[ft_us] 1200 m/3937
[gal_us] 231 [in_i]3
[qt_us] 1 [gal_us]/4
[pt_us] 1 [qt_us]/2
[gil_us] 1 [pt_us]/4
[foz_us] 1 [gil_us]/4
[tbs_us] 1 [foz_us]/2
[tsp_us] 1 [tbs_us]/3
[cup_us] 16 [tbs_us]
[fdr_us] 1 [foz_us]/8
[min_us] 1 [fdr_us]/60
[foz_m] 30 mL
[cup_m] 240 mL
[tbs_m] 15 mL
[tsp_m] 5 mL
[drp] 1 mL/20
[gal_br] 4.54609 l
[qt_br] 1 [gal_br]/4
[pt_br] 1 [qt_br]/2
[gil_br] 1 [pt_br]/4
[foz_br] 1 [gil_br]/5
[gr] 64.79891 mg
[lb_av] 7000 [gr]
[oz_av] 1 [lb_av]/16
[dr_av] 1 [oz_av]/16
[stone_av] 14 [lb_av]
[scwt_av] 100 [lb_av]
[lcwt_av] 112 [lb_av]
[ston_av] 20 [scwt_av]
[lton_av] 20 [lcwt_av]
[pwt_tr] 24 [gr]
[oz_tr] 20 [pwt_tr]
[lb_tr] 12 [oz_tr]
[sc_ap] 20 [gr]
[dr_ap] 3 [sc_ap]
[oz_ap] 8 [dr_ap]
[lb_ap] 12 [oz_ap]
[lbf_av] 9.80665 [lb_av].m/s2
[psi] 1 [lbf_av]/[sin_i]
[in_i'H2O] 0.0254 m[H2O]
[in_i'Hg] 0.0254 m[Hg]
[degR] 5 K/9
[Cal] 1 kcal
[Btu] 1.05505585262 kJ
[HP] 550 [ft_i].[lbf_av]/s
[g] 9.80665 m/s2
[c] 299792458 m/s
[diop] 1 m-1
[PRU] 1 mm[Hg].s/mL
[wood'U] 1 mm[Hg].min/L
[MET] 3.5 mL/min/kg
g% 1 g/dL
[LPF] 100 [HPF]
[car_m] 0.2 g
"""


def derived_units() -> dict[str, tuple[str, str, bool]]:
    """Code to its size, the UCUM expression it is counted in, and whether it takes prefixes."""
    found: dict[str, tuple[str, str, bool]] = {}
    for text, is_metric in ((_METRIC, True), (_OTHER, False)):
        for line in text.strip().splitlines():
            code, size, unit = line.split(" ")
            found[code] = (size, unit, is_metric)
    return found
