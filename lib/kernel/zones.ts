/** What is known of where somebody lives; `country` may be their number's. */
export type KnownPlace = { timezone: string | null; country: string | null; region: string | null };

/**
 * The zones that somebody may live in: the one that was given, else those of the state, of the number's area, of the country. More than
 * one where that says too little; none when nothing is known. Area codes: North American Numbering Plan, by the zone that clocks there
 * follow; those that two zones share stand in both.
 */
export function zonesOf(place: KnownPlace | null, address: string | null): readonly string[] {
  if (place?.timezone) return [place.timezone];
  const e164 = address?.match(/\+\d+$/)?.[0] ?? null;
  const country = place?.country ?? null;
  const ofState = country === "US" || country === "CA" ? zonesHolding(states, place?.region ?? "") : [];
  if (ofState.length > 0) return ofState;
  const ofArea = e164?.startsWith("+1") ? zonesHolding(areaCodes, e164.slice(2, 5)) : [];
  return ofArea.length > 0 ? ofArea : zonesOfCountry(country);
}

/** The one zone somebody most likely lives in; null when there are several or nothing is known. */
export function zoneOf(place: KnownPlace | null, address: string | null): string | null {
  const [zone, another] = zonesOf(place, address);
  return another === undefined ? (zone ?? null) : null;
}

function zonesHolding(table: Record<string, string>, code: string): string[] {
  const word = code.trim().toUpperCase();
  return word === "" ? [] : Object.keys(table).filter((zone) => table[zone]?.split(" ").includes(word));
}

const states: Record<string, string> = {
  "America/New_York": "CT DC DE FL GA IN MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV",
  "America/Chicago": "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI",
  "America/Denver": "CO ID MT NM UT WY",
  "America/Phoenix": "AZ",
  "America/Los_Angeles": "CA NV OR WA",
  "America/Anchorage": "AK",
  "Pacific/Honolulu": "HI",
  "America/Toronto": "ON QC",
  "America/Winnipeg": "MB",
  "America/Regina": "SK",
  "America/Edmonton": "AB",
  "America/Vancouver": "BC",
  "America/Halifax": "NB NS PE",
  "America/St_Johns": "NL",
};

const areaCodes: Record<string, string> = {
  "America/New_York":
    "201 202 203 207 212 215 216 220 223 227 229 231 234 239 240 248 252 260 267 269 272 276 283 301 302 304 305 313 315 317 321 324 326 329 330 332 336 339 347 351 352 363 380 386 401 404 407 410 412 413 419 423 434 436 440 443 445 463 470 472 475 478 484 502 508 513 516 517 518 540 551 561 567 570 571 574 582 585 586 603 606 607 609 610 614 616 617 624 631 640 645 646 656 667 678 679 680 681 686 689 703 704 706 716 717 718 724 727 728 732 734 740 743 754 757 762 765 770 771 772 774 781 786 802 803 804 810 812 813 814 821 826 828 835 838 839 843 845 848 850 854 856 857 859 860 862 863 864 865 878 904 906 908 910 912 914 917 919 929 930 934 937 941 943 947 948 954 959 973 978 980 984 989",
  "America/Chicago":
    "205 210 214 217 218 219 224 225 228 251 254 256 262 270 274 281 308 309 312 314 316 318 319 320 325 327 331 334 337 346 353 361 364 402 405 409 414 417 430 432 447 448 457 464 469 479 501 504 507 512 515 531 534 539 557 563 572 573 580 601 605 608 612 615 618 620 621 629 630 636 641 651 659 660 662 682 701 708 712 713 715 726 729 730 731 737 763 769 773 779 785 806 812 815 816 817 830 832 847 850 861 870 872 901 903 906 913 918 920 924 930 931 936 938 940 945 952 956 972 975 979 985",
  "America/Denver": "208 303 307 308 385 406 435 505 575 605 701 719 720 785 801 915 970 983 986",
  "America/Phoenix": "480 520 602 623 928",
  "America/Los_Angeles":
    "206 208 209 213 253 279 310 323 341 350 357 360 369 408 415 424 425 442 458 503 509 510 530 541 559 562 564 619 626 628 650 657 661 669 702 707 714 725 738 747 760 775 805 818 820 831 837 840 858 909 916 925 949 951 971 986",
  "America/Anchorage": "907",
  "Pacific/Honolulu": "808",
  "America/Toronto":
    "226 249 263 289 343 354 365 367 382 416 418 437 438 450 468 514 519 548 579 581 613 647 683 705 742 753 807 819 873 905 942",
  "America/Winnipeg": "204 431 584 807",
  "America/Regina": "306 474 639",
  "America/Edmonton": "368 403 587 780 825 867",
  "America/Vancouver": "236 250 257 604 672 778 867",
  "America/Halifax": "428 506 782 902",
  "America/St_Johns": "709 879",
};

/** Of countries with several zones only those that people live in. */
const countries: Record<string, string> = {
  "America/New_York": "US",
  "America/Chicago": "US",
  "America/Denver": "US",
  "America/Los_Angeles": "US",
  "America/St_Johns": "CA",
  "America/Halifax": "CA BM",
  "America/Toronto": "CA BS",
  "America/Winnipeg": "CA",
  "America/Edmonton": "CA",
  "America/Vancouver": "CA",
  "America/Mexico_City": "MX",
  "America/Hermosillo": "MX",
  "America/Tijuana": "MX",
  "America/Cancun": "MX",
  "America/Puerto_Rico": "PR DO TT BB AG AI DM GD KN LC MS SX TC VC VG VI",
  "America/Jamaica": "JM KY",
  "America/Panama": "PA",
  "America/Guatemala": "GT SV HN NI CR BZ",
  "America/Bogota": "CO",
  "America/Lima": "PE",
  "America/Guayaquil": "EC",
  "America/Caracas": "VE",
  "America/La_Paz": "BO",
  "America/Santiago": "CL",
  "America/Argentina/Buenos_Aires": "AR",
  "America/Montevideo": "UY",
  "America/Asuncion": "PY",
  "America/Sao_Paulo": "BR",
  "America/Manaus": "BR",
  "America/Rio_Branco": "BR",
  "Atlantic/Reykjavik": "IS",
  "Atlantic/Azores": "PT",
  "Atlantic/Canary": "ES",
  "Europe/Lisbon": "PT",
  "Europe/London": "GB GG IM JE",
  "Europe/Dublin": "IE",
  "Europe/Madrid": "ES AD",
  "Europe/Paris": "FR MC",
  "Europe/Brussels": "BE LU",
  "Europe/Amsterdam": "NL",
  "Europe/Berlin": "DE",
  "Europe/Zurich": "CH LI",
  "Europe/Vienna": "AT",
  "Europe/Rome": "IT SM VA MT",
  "Europe/Copenhagen": "DK",
  "Europe/Oslo": "NO",
  "Europe/Stockholm": "SE",
  "Europe/Helsinki": "FI AX",
  "Europe/Tallinn": "EE",
  "Europe/Riga": "LV",
  "Europe/Vilnius": "LT",
  "Europe/Warsaw": "PL",
  "Europe/Prague": "CZ SK",
  "Europe/Budapest": "HU",
  "Europe/Belgrade": "RS HR SI BA ME MK",
  "Europe/Tirane": "AL",
  "Europe/Bucharest": "RO MD",
  "Europe/Sofia": "BG",
  "Europe/Athens": "GR",
  "Europe/Kyiv": "UA",
  "Europe/Istanbul": "TR",
  "Europe/Moscow": "RU BY",
  "Asia/Yekaterinburg": "RU",
  "Asia/Novosibirsk": "RU",
  "Asia/Vladivostok": "RU",
  "Asia/Nicosia": "CY",
  "Asia/Jerusalem": "IL PS",
  "Asia/Beirut": "LB",
  "Asia/Amman": "JO",
  "Asia/Baghdad": "IQ",
  "Asia/Riyadh": "SA KW QA BH YE",
  "Asia/Dubai": "AE OM",
  "Asia/Tehran": "IR",
  "Asia/Kabul": "AF",
  "Asia/Karachi": "PK",
  "Asia/Kolkata": "IN LK",
  "Asia/Kathmandu": "NP",
  "Asia/Dhaka": "BD BT",
  "Asia/Yangon": "MM",
  "Asia/Tashkent": "UZ TM TJ",
  "Asia/Almaty": "KZ",
  "Asia/Tbilisi": "GE AM AZ",
  "Asia/Bangkok": "TH KH LA VN",
  "Asia/Jakarta": "ID",
  "Asia/Makassar": "ID",
  "Asia/Jayapura": "ID",
  "Asia/Singapore": "SG MY",
  "Asia/Manila": "PH",
  "Asia/Hong_Kong": "HK MO",
  "Asia/Shanghai": "CN",
  "Asia/Taipei": "TW",
  "Asia/Tokyo": "JP",
  "Asia/Seoul": "KR",
  "Australia/Perth": "AU",
  "Australia/Darwin": "AU",
  "Australia/Adelaide": "AU",
  "Australia/Brisbane": "AU",
  "Australia/Sydney": "AU",
  "Pacific/Auckland": "NZ",
  "Pacific/Fiji": "FJ",
  "Africa/Casablanca": "MA",
  "Africa/Algiers": "DZ",
  "Africa/Tunis": "TN",
  "Africa/Cairo": "EG",
  "Africa/Accra": "GH CI SN GM SL LR ML BF TG",
  "Africa/Lagos": "NG BJ CM GA CG NE TD",
  "Africa/Johannesburg": "ZA NA BW LS SZ ZW ZM MZ MW RW BI",
  "Africa/Nairobi": "KE UG TZ ET SO DJ",
  "Indian/Mauritius": "MU",
};

function zonesOfCountry(country: string | null): readonly string[] {
  return zonesHolding(countries, country ?? "");
}
