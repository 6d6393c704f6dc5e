/**
 * The scripts of builds before their names had a hash. A hub of that time did not remember what it copied; once its
 * first build with hashes is out, these are as good as replaced.
 */
export const FORMER_SCRIPTS: readonly string[] =
  'add-styles adopt-styles albums carousel coordinates csv debug document-list en fold gallery hash justified latest-news layouts lazy-controls lightbox merge-feeds older-pages post-key query-parameter read-foreign school-labels search slotted-photos strip themes tools url-state url weather'
    .split(' ')
    .map((name) => `tct-${name}.js`);
