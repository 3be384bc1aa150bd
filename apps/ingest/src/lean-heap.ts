import { keepHeapLean } from './heap-growth';

/**
 * Makes V8 hold little: a service that shares its machine should not keep what it does not need. Large runs make much garbage and
 * keep little, so it is collected when the heap has grown by a tenth, not by a multiple.
 *
 * Imported before everything else. The size of the nursery is set where the service is started: SERVICE_NODE_FLAGS.
 */
keepHeapLean();
