"use strict";
/* The outlines of countries: TopoJSON in, GeoJSON features out. */
dateline.countries = (outlines) => {
  const arcs = (() => {
    const { scale, translate } = outlines.transform;
    return outlines.arcs.map((arc) => {
      let x = 0, y = 0;
      return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
    });
  })();
  /* A ring keeps on past the 180th meridian instead of jumping across the map. */
  const ring = (indexes) => {
    let turn = 0, last = null;
    return indexes.flatMap((i, n) => {
      const line = i < 0 ? arcs[~i].slice().reverse() : arcs[i];
      return (n ? line.slice(1) : line).map(([x, y]) => {
        if (last !== null && Math.abs(x - last) > 180) turn += x < last ? 360 : -360;
        last = x;
        return [x + turn, y];
      });
    });
  };
  return outlines.objects.countries.geometries.map((g) => ({ type: "Feature", id: g.id, properties: g.properties, geometry: { type: "MultiPolygon", coordinates: g.arcs.map((polygon) => polygon.map(ring)) } }));
};
