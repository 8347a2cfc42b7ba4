/** For tests: the smallest PDFs there are. */

/** A page of 200 × 100 points with `content`, which may show `form` as /X; its media box is its parent's. */
export const pdfOf = (content: string, page = '', form = ''): Uint8Array =>
  new TextEncoder().encode(
    [
      '%PDF-1.4',
      '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
      '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 200 100]>>endobj',
      `3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources 6 0 R${page}>>endobj`,
      `4 0 obj<</Length ${content.length}>>stream\n${content}\nendstream endobj`,
      '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
      '6 0 obj<</Font<</F 5 0 R>>/XObject<</X 7 0 R>>>>endobj',
      `7 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 200 100]/Matrix[2 0 0 2 0 0]/Resources 6 0 R/Length ${form.length}>>stream\n${form}\nendstream endobj`,
      'trailer<</Root 1 0 R>>',
    ].join('\n'),
  );
