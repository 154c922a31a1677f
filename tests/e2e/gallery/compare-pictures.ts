/**
 * Makes a picture smaller and tells it from another of the same size. Runs in a page, which knows how to read a PNG.
 * In: two PNGs as data addresses (no golden: the picture is only made smaller), how wide it may be, and by how much of 255
 * a channel may differ. Out: the small picture; how many of its points differ, all where the sizes do; and a picture that
 * shows them. Averaging hides what differs by a hair: how a browser smooths the edge of a letter.
 */
export async function comparePictures(given: {
  picture: string;
  golden: string | null;
  width: number;
  tolerance: number;
}) {
  const load = async (address: string) => createImageBitmap(await (await fetch(address)).blob());
  const paint = (width: number, height: number) => {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('no canvas');
    context.imageSmoothingQuality = 'high';
    return { canvas, context };
  };
  const picture = await load(given.picture);
  const scale = Math.min(1, given.width / picture.width, Math.sqrt(500_000 / (picture.width * picture.height)));
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
  const now = paint(width, height);
  now.context.drawImage(picture, 0, 0, width, height);
  // Eight steps of each channel are enough to compare, and a PNG of them is a third as long.
  const points = now.context.getImageData(0, 0, width, height);
  for (let at = 0; at < points.data.length; at += 1) {
    points.data[at] = Math.round(Math.round(((points.data[at] ?? 0) * 7) / 255) * (255 / 7));
  }
  now.context.putImageData(points, 0, 0);
  const small = now.canvas.toDataURL('image/png');
  if (given.golden === null) return { small, differing: 0, diff: small };

  const golden = await load(given.golden);
  const then = paint(width, height);
  then.context.drawImage(golden, 0, 0);
  const before = then.context.getImageData(0, 0, width, height).data;
  let differing = 0;
  for (let at = 0; at < points.data.length; at += 4) {
    const differs = [0, 1, 2].some(
      (channel) => Math.abs((points.data[at + channel] ?? 0) - (before[at + channel] ?? 0)) > given.tolerance,
    );
    if (differs) differing += 1;
    // What is the same is shown pale, what is not in plain magenta.
    for (const channel of [0, 1, 2]) {
      points.data[at + channel] = differs
        ? ([255, 0, 255][channel] ?? 0)
        : 255 - (255 - (points.data[at + channel] ?? 0)) * 0.25;
    }
  }
  now.context.putImageData(points, 0, 0);
  const sameSize = golden.width === width && golden.height === height;
  return { small, differing: sameSize ? differing : width * height, diff: now.canvas.toDataURL('image/png') };
}
