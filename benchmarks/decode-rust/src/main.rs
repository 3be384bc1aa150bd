//! Decodes a file with the crate `subunit` once a line of its input, and answers `events seconds`.
//!
//! `decode-rust stream FILE` goes through the crate's reader of streams, as a program does that gets its bytes in
//! chunks; `decode-rust memory FILE` takes the packets where they lie in memory.

use std::hint::black_box;
use std::io::{BufRead, Write};
use std::time::Instant;

use subunit::deserialize::Deserializable;
use subunit::io::sync::iter_stream;
use subunit::types::stream::ScannedItem;

fn decode_stream(bytes: &[u8]) -> usize {
    iter_stream(bytes)
        .filter(|item| matches!(black_box(item), Ok(ScannedItem::Event(_))))
        .count()
}

fn decode_memory(bytes: &[u8]) -> usize {
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
    let parameters: Vec<String> = std::env::args().collect();
    let [_, way, path] = parameters.as_slice() else {
        panic!("usage: decode-rust stream|memory FILE");
    };
    let decode = if way == "stream" { decode_stream } else { decode_memory };
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
