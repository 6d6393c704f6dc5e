/** What the console's page shows of the configuration and of the hub's work. Types only, as in `api.ts`. */
import type { ClusterSource } from '../../core/config/cluster.ts';
import type { EditedSchool, SourceRef } from '../config/edit-schools.ts';

/** The settings of step 1, as the user typed them; empty if there is none. */
export interface ClusterSettings {
  name: string;
  contact: string;
  /** The folder to publish to, as in the configuration: absolute, or relative to the configuration's folder. */
  out: string;
  /** Public URL of that folder. */
  hub: string;
}

/** One response of a source, kept to show what came instead of a list. */
export interface SourceAnswer {
  /** RFC 3339. */
  time: string;
  /** What happened, in Vietnamese: "200, 66 bài", "404 Not Found", "không kết nối được". */
  outcome: string;
  isError: boolean;
  /** Media type and size of the body, and its beginning as text, if it could not be read. */
  type?: string;
  bytes?: number;
  excerpt?: string;
}

/** The state of a configured source. Times are RFC 3339. */
export interface SourceState extends SourceRef {
  source: ClusterSource;
  isPaused: boolean;
  posts?: number;
  lastAttempt?: string;
  lastSuccess?: string;
  nextDue?: string;
  /** When it may be asked again by hand at the earliest; absent if now. */
  canAskAt?: string;
  /** In Vietnamese, as in status.html. */
  error?: string;
  code?: string;
  note?: string;
  movedTo?: string;
  /** Another source is read in its place: the one to write into the configuration. */
  adopted?: { source: ClusterSource; since: string };
  /** The page is there, but its list is not: it was redesigned. The user is offered to point again. */
  isRedesigned: boolean;
  /** The posts that the hub remembers of it. */
  remembered: number;
  /** Newest first, at most 5. */
  answers: SourceAnswer[];
}

/** Everything that the page shows before anything is asked for. */
export interface ConsoleState {
  version: string;
  /** Absolute path of the configuration, and whether the file exists. */
  config: string;
  exists: boolean;
  /** The file cannot be used: what is wrong where. Nothing else is filled in then. */
  problem?: string;
  settings: ClusterSettings;
  /** Absolute paths that come of the settings. */
  folders: { out: string; state: string };
  schools: EditedSchool[];
  sources: SourceState[];
  /** Schools that the product knows and that are not in the configuration. */
  known: { id: string; name: string; home: string }[];
  /** When the hub last ran, RFC 3339; and whether it seems to have stopped running by itself. */
  lastRun?: string;
  isStopped: boolean;
  /** Another process is running the hub at the moment. */
  isBusy: boolean;
  /** The lists that are published, and the page for webmasters with this hub's schools, on a server of their own. */
  published?: {
    /** Origin of that server, without a slash at the end: the lists are `<origin>/news.json` and so on. */
    origin: string;
    /** URLs of the builder (`nhung/`) and of `status.html` there. */
    builder: string;
    status: string;
  };
}
