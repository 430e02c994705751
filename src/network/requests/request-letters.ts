import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { fullName } from '../../identity/full-name.js';
import { Person } from '../../identity/person.entity.js';
import { Afterwards } from '../../platform/afterwards.js';
import { Mail } from '../../platform/mail.js';
import type { IntroductionRequest } from './introduction-request.entity.js';
import { askedMail, introducedMail } from './request-mail.js';

/** Mails what has just happened, once it is committed: that somebody is asked, and that he was introduced. */
@Injectable()
export class RequestLetters {
  constructor(
    private readonly dataSource: DataSource,
    private readonly mail: Mail,
    private readonly afterwards: Afterwards,
  ) {}

  tellAsked({ askedId, askingId, requesterId, isPassedOn, lookingFor, message }: IntroductionRequest): void {
    this.afterwards.run('mail a request for an introduction', async () => {
      const onBehalfOf = isPassedOn ? fullName(await this.person(requesterId)) : null;
      const asking = fullName(await this.person(askingId));
      await this.mail.send(askedMail(await this.person(askedId), { asking, onBehalfOf, lookingFor, message }));
    });
  }

  tellIntroduced({ askedId, requesterId }: IntroductionRequest): void {
    this.afterwards.run('mail that somebody was introduced', async () => {
      await this.mail.send(introducedMail(await this.person(requesterId), await this.person(askedId)));
    });
  }

  private person(id: string): Promise<Person> {
    return this.dataSource.manager.findOneByOrFail(Person, { id });
  }
}
