import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { describedEnum } from '../platform/graphql/enum.js';
import { UuidScalar } from '../platform/graphql/scalars.js';

export const RegionKind = describedEnum('RegionKind', 'What a node of the region tree is.', {
  NETWORK: 'An organisation of clubs: the top of its tree.',
  COUNTRY: 'A country within a network.',
  REGION: 'A part of a country.',
});
export type RegionKind = (typeof RegionKind)[keyof typeof RegionKind];

const kindsAbove: Record<RegionKind, RegionKind[]> = {
  network: [],
  country: ['network'],
  region: ['country', 'region'],
};

/** A node of the tree network > country > region. */
@Entity('regions')
@ObjectType({ description: 'A node of the tree network > country > region; it holds further regions or clubs.' })
export class Region {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the region.' })
  id: string;

  @Column('uuid')
  networkId: string;

  @Column('uuid', { nullable: true })
  parentId: string | null;

  @Column('enum', { enum: RegionKind, enumName: 'region_kind' })
  @Field(() => RegionKind, { description: 'Whether it is a network, a country or a region.' })
  kind: RegionKind;

  @Column('text')
  @Field({ description: 'The name, used once below its parent.' })
  name: string;

  @Column('timestamptz')
  createdAt: Date;

  /** Whether a node of that kind may hang below this one. */
  canHold(kind: RegionKind): boolean {
    return kindsAbove[kind].includes(this.kind);
  }
}
