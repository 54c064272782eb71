/** People whose phones lie on the desk: customers of the demo's businesses, by their numbers there. Any other number can be typed in. */
export const phoneBook = [
  { name: "Jordan Blake", phone: "+14155552671", place: "San Francisco" },
  { name: "Mira Kapoor", phone: "+12125550182", place: "New York" },
  { name: "Tomás Ortega", phone: "+13475550119", place: "New York" },
  { name: "Lena Novak", phone: "+19175550133", place: "New York" },
  { name: "Kavya Nair", phone: "+919876543210", place: "Bengaluru" },
];
