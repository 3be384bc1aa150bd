//! Decodes a file with the crate `subunit` once a line of its input, and answers `events seconds`.

use std::hint::black_box;
use std::io::{BufRead, Write};
use std::time::Instant;

use subunit::deserialize::Deserializable;
use subunit::types::stream::ScannedItem;

/// Reads the packets where they lie in memory: faster than the crate's own iterator over a reader.
fn decode(bytes: &[u8]) -> usize {
    let mut events = 0;
    let mut at = 0;
    while at < bytes.len() {
        match ScannedItem::deserialize(&bytes[at..]) {
            Ok((item, used)) => {
                if matches!(black_box(&item), ScannedItem::Event(_)) {
                    events += 1;
                }
                at += used;
            }
            Err(_) => at += 1,
        }
    }
    events
}

fn main() -> std::io::Result<()> {
    let path = std::env::args().nth(1).expect("usage: decode-rust FILE");
    let bytes = std::fs::read(path)?;
    let mut output = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        line?;
        let started = Instant::now();
        let events = decode(&bytes);
        writeln!(output, "{events} {}", started.elapsed().as_secs_f64())?;
        output.flush()?;
    }
    Ok(())
}
