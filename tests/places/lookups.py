"""Small postcode lookups in the layouts of real editions."""

from pathlib import Path

# ONSPD of February 2023, ONSPD/NSPL with the names of 2025, NSPL of 2021 on the areas of 2011, NSPL on those of 2021.
ONSPD_2023 = (
    "pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward,parish,usertype,oseast1m,osnrth1m,osgrdind,oshlthau,nhser,"
    "ctry,rgn,streg,pcon,eer,teclec,ttwa,pct,itl,statsward,oa01,casward,park,lsoa01,msoa01,ur01ind,oac01,oa11,lsoa11,"
    "msoa11,wz11,sicbl,bua11,buasd11,ru11ind,oac11,lat,long,lep1,lep2,pfa,imd,calncv,icb,oa21,lsoa21,msoa21"
)
NSPL_2025 = (
    "pcd7,pcd8,pcds,dointr,doterm,usrtypind,east1m,north1m,gridind,oa21cd,cty25cd,ced25cd,lad25cd,wd25cd,nhser24cd,"
    "ctry25cd,rgn25cd,pcon24cd,ttwa15cd,itl25cd,npark16cd,lsoa21cd,msoa21cd,wz11cd,sicbl24cd,bua24cd,ruc21ind,"
    "oac11ind,lat,long,lep21cd1,lep21cd2,pfa23cd,imd20ind,icb23cd"
)
NSPL_2011 = (
    "pcd,pcd2,pcds,dointr,doterm,usertype,oseast1m,osnrth1m,osgrdind,oa11,cty,laua,ward,hlthau,ctry,pcon,eer,teclec,"
    "ttwa,pct,nuts,park,lsoa11,msoa11,wz11,ccg,bua11,buasd11,ru11ind,oac11,lat,long,lep1,lep2,pfa,imd,ced,nhser,rgn,"
    "calncv,stp"
)
NSPL_2021 = NSPL_2011.replace("oa11,", "oa21,").replace("lsoa11", "lsoa21").replace("msoa11", "msoa21")
BY_OUTPUT_AREA = "pcd7,pcd8,pcds,dointr,doterm,usertype,oa11cd,lsoa11cd,msoa11cd,ladcd,lsoa11nm,msoa11nm,ladnm,ladnmw"
ROWS = (
    ("NX1 1AA", "", "E01000001", "E01033701"),
    ("NX1 1AB", "202408", "E01000002", "E01033702"),
    ("NX18 3JG", "199606", "E01000003", "E01033703"),
    ("JE2 3XX", "", "L99999999", "L99999999"),
)


def lookup(folder: Path, heading: str = ONSPD_2023, rows: tuple[tuple[str, ...], ...] = ROWS, name: str = "") -> Path:
    """A file of a layout, each value in quotation marks as the real ones have them."""
    names = heading.split(",")
    lines = [heading, *(_line(names, *row) for row in rows)]
    path = folder / (name or "ONSPD_FEB_2023_UK.csv")
    path.write_bytes("\r\n".join([*lines, ""]).encode("utf-8-sig"))
    return path


def _line(names: list[str], postcode: str, ended: str, area_2011: str, area_2021: str) -> str:
    out, inside = postcode.split()
    cells = dict.fromkeys(names, "x")
    cells |= {"pcds": postcode, "pcd": f"{out:<4}{inside}", "pcd7": f"{out:<4}{inside}", "doterm": ended}
    cells |= dict.fromkeys(("lsoa11", "lsoa11cd"), area_2011) | dict.fromkeys(("lsoa21", "lsoa21cd"), area_2021)
    return ",".join(f'"{cells[name]}"' for name in names)
