/** The title and the address of this page, for what is cited of it or kept of it. */
export function pageSeenHere(): { title: string; url: string } {
  return { title: document.title.slice(0, 2000), url: location.href.slice(0, 4000) };
}
