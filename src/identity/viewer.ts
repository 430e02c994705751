import { ObjectType } from '@nestjs/graphql';
import { contextParameter } from '../platform/graphql/context.js';

export type OfficeName =
  | 'president'
  | 'vice_president'
  | 'secretary_treasurer'
  | 'membership_committee'
  | 'education'
  | 'visitor_host';

export interface Seat {
  membershipId: string;
  clubId: string;
  networkId: string;
}

export interface ViewerFacts {
  personId: string;
  accountId: string;
  sessionId: string;
  seats: Seat[];
  offices: { clubId: string; name: OfficeName }[];
  /** The regions directed today, with all regions below them. */
  directedRegions: { id: string; networkId: string }[];
  administeredNetworkIds: string[];
  /** The instant at which all this holds: that of the request. */
  asOf: Date;
}

/** Who asks, with what he is today. Policies are pure questions to this and to the subject. Modules add its fields. */
@ObjectType({ description: 'Who asks: the person who has signed in, with all that is his.' })
export class Viewer {
  readonly personId: string;
  readonly accountId: string;
  readonly sessionId: string;
  /** The instant of the request: what ends, such as a consent, is judged by it. */
  readonly asOf: Date;
  /** The clubs in which the viewer has a live seat today. */
  readonly clubIds: readonly string[];
  readonly directedRegionIds: readonly string[];
  readonly administeredNetworkIds: readonly string[];
  /** The networks whose directory the viewer may see: he sits, directs or administers in them. */
  readonly networkIds: readonly string[];

  constructor(private readonly facts: ViewerFacts) {
    this.personId = facts.personId;
    this.accountId = facts.accountId;
    this.sessionId = facts.sessionId;
    this.asOf = facts.asOf;
    this.clubIds = facts.seats.map((seat) => seat.clubId);
    this.directedRegionIds = facts.directedRegions.map((region) => region.id);
    this.administeredNetworkIds = facts.administeredNetworkIds;
    this.networkIds = [
      ...new Set([
        ...facts.seats.map((seat) => seat.networkId),
        ...facts.directedRegions.map((region) => region.networkId),
        ...facts.administeredNetworkIds,
      ]),
    ];
  }

  is(personId: string): boolean {
    return this.personId === personId;
  }

  isMemberOf(clubId: string): boolean {
    return this.clubIds.includes(clubId);
  }

  /** Whether he holds any office, or one of these, in the club today. */
  holdsOffice(clubId: string, ...names: OfficeName[]): boolean {
    return this.facts.offices.some(
      (office) => office.clubId === clubId && (names.length === 0 || names.includes(office.name)),
    );
  }

  isOnBoard(clubId: string): boolean {
    return this.holdsOffice(clubId);
  }

  directs(regionId: string): boolean {
    return this.directedRegionIds.includes(regionId);
  }

  administers(networkId: string): boolean {
    return this.administeredNetworkIds.includes(networkId);
  }

  sees(networkId: string): boolean {
    return this.networkIds.includes(networkId);
  }
}

/** The viewer as a resolver's argument. Only for operations that need a sign-in; those are all but the public ones. */
export const CurrentViewer = contextParameter(({ viewer }) => viewer);
