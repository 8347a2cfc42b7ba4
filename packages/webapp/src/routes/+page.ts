/** The form is there with the first bytes: it is drawn when the page is built, and the scripts take it over. */
export const prerender = true;
export const ssr = true;
