//! The way of a stroke from point to point: straight, or bending softly through them.

use super::fit::Spot;
use crate::session::Shape;

/// How many straight pieces a soft bend has between two points.
const PIECES: u8 = 8;

/// Visits the straight pieces of a stroke. `spot` tells where each of its points lies.
pub(super) fn each_piece(
    shape: Shape,
    points: usize,
    spot: impl Fn(usize) -> Spot,
    mut see: impl FnMut(Spot, Spot),
) {
    if points == 1 {
        return see(spot(0), spot(0));
    }
    for index in 1..points {
        let (from, to) = (spot(index - 1), spot(index));
        if points == 2 || !is_soft(shape) {
            see(from, to);
            continue;
        }
        let before = index.checked_sub(2).map_or(from, &spot);
        let after = if index + 1 < points {
            spot(index + 1)
        } else {
            to
        };
        let mut last = from;
        for piece in 1..=PIECES {
            let along = f32::from(piece) / f32::from(PIECES);
            let next = bend([before, from, to, after], along);
            see(last, next);
            last = next;
        }
    }
}

const fn is_soft(shape: Shape) -> bool {
    matches!(shape, Shape::Body | Shape::Pillow)
}

/// A place between the middle two of four points, on a curve that goes through all of them
/// (Catmull and Rom's).
fn bend(points: [Spot; 4], along: f32) -> Spot {
    let [a, b, c, d] = points;
    let curve = |a: f32, b: f32, c: f32, d: f32| {
        let (t, tt) = (along, along * along);
        0.5 * (2.0 * b
            + (c - a) * t
            + (2.0 * a - 5.0 * b + 4.0 * c - d) * tt
            + (3.0 * (b - c) + d - a) * tt * t)
    };
    (curve(a.0, b.0, c.0, d.0), curve(a.1, b.1, c.1, d.1))
}
