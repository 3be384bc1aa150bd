import type { Command, CommandGroup } from '../command';
import { uploadCommand } from './upload-command';

export const COMMANDS: readonly (Command | CommandGroup)[] = [uploadCommand];
