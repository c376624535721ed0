// When the server last heard of this person, shared between the tabs of a browser. It is a time and nothing else.
const NAME = "kith-last-contact";

export function noteContact() {
  try {
    localStorage.setItem(NAME, String(Date.now()));
  } catch {
    // A browser that stores nothing counts each tab by itself.
  }
  opened = Date.now();
}

export function lastContact() {
  let shared = 0;
  try {
    shared = Number(localStorage.getItem(NAME)) || 0;
  } catch {
    shared = 0;
  }
  return Math.max(opened, shared);
}

let opened = Date.now();
