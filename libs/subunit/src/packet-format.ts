/** The first byte of every packet; it can never start a UTF-8 character. */
export const SIGNATURE = 0xb3;

export const VERSION = 2;

/** Signature, flags, one length byte, checksum. */
export const MIN_PACKET_BYTES = 8;

/** The largest length that three length bytes hold, signature and checksum included. */
export const MAX_PACKET_BYTES = 4_194_303;

export const CRC_BYTES = 4;

export const FLAG_TEST_ID = 0x0800;
export const FLAG_ROUTE_CODE = 0x0400;
export const FLAG_TIMESTAMP = 0x0200;
export const FLAG_RUNNABLE = 0x0100;
export const FLAG_TAGS = 0x0080;
export const FLAG_FILE_CONTENT = 0x0040;
export const FLAG_MIME_TYPE = 0x0020;
export const FLAG_EOF = 0x0010;
export const MASK_STATUS = 0x0007;

/** The largest number that the variable-length form holds (30 bits). */
export const MAX_NUMBER = 1_073_741_823;
