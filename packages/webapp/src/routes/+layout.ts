/** One static shell for every address: data comes from the API, nothing is drawn on a server. */
export const ssr = false;
export const prerender = false;
