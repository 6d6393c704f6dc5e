// Must run first, so that no report is missed.
window.reports = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
  window.reports.push(`${violatedDirective} ${blockedURI}`);
});
