/** Style sheets in templates lose their indentation: minifiers take them for text. */
const smallStyles = {
  name: 'small-styles',
  transform: (code, id) =>
    id.includes('styles')
      ? code.replace(
          /css`([^`$]*)`/g,
          (_, text) =>
            `css\`${text
              .replace(/\/\*[\s\S]*?\*\//g, '')
              .replace(/\s+/g, ' ')
              .replace(/\s*([{};,])\s*/g, '$1')
              .replace(/:\s+/g, ':')
              .replace(/;}/g, '}')
              .trim()}\``,
        )
      : undefined,
};

/** Templates lose their indentation too, to which minifiers are blind; of white space between elements one sign stays. */
const smallTemplates = {
  name: 'small-templates',
  transform: (code, id) => (/\/(?:widgets|extension)\//.test(id) ? code.replace(/\n\s+/g, '\n') : undefined),
};

/** For whoever builds what is delivered, before types are taken off. */
export const small = [smallStyles, smallTemplates];
