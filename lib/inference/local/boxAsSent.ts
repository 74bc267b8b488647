export type Box = { left: number; top: number; width: number; height: number };

/** How a picture was moved before it was read: turned by quarters clockwise, then levelled by `slope` (radians) about its middle. */
export type Moved = { quarters: number; slope: number; width: number; height: number };

/** Where a box of the moved picture stands in the picture as it came. `moved.width` and `height` are those after the turn. */
export function boxAsSent(box: Box, moved: Moved): Box {
  const corners = [
    [box.left, box.top],
    [box.left + box.width, box.top],
    [box.left, box.top + box.height],
    [box.left + box.width, box.top + box.height],
  ].map(([x = 0, y = 0]) => turnedBack(sloped(x, y, moved), moved));
  const side = moved.quarters % 2 === 1;
  const most = { x: side ? moved.height : moved.width, y: side ? moved.width : moved.height };
  const xs = corners.map(([x]) => Math.min(most.x, Math.max(0, Math.round(x))));
  const ys = corners.map(([, y]) => Math.min(most.y, Math.max(0, Math.round(y))));
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

type Point = [x: number, y: number];

function sloped(x: number, y: number, { slope, width, height }: Moved): Point {
  const [dx, dy] = [x - width / 2, y - height / 2];
  const [cos, sin] = [Math.cos(-slope), Math.sin(-slope)];
  return [width / 2 + dx * cos - dy * sin, height / 2 + dx * sin + dy * cos];
}

function turnedBack([x, y]: Point, { quarters, width, height }: Moved): Point {
  if (quarters === 1) return [y, width - x];
  if (quarters === 2) return [width - x, height - y];
  if (quarters === 3) return [height - y, x];
  return [x, y];
}
