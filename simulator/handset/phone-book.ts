/** People whose phones lie on the desk. Any other number can be typed in. */
export const phoneBook = [
  { name: "Jordan Blake", phone: "+14155552671", place: "San Francisco" },
  { name: "Mira Kapoor", phone: "+12125550187", place: "New York" },
  { name: "Tomás Ortega", phone: "+13055550164", place: "Miami" },
  { name: "Lena Novak", phone: "+12065550148", place: "Seattle" },
  { name: "Arjun Rao", phone: "+919845012345", place: "Bengaluru" },
];
