import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '../../identity/identity.module.js';
import { NetworkModule } from '../network.module.js';
import { IntroductionRequestsModule } from '../requests/introduction-requests.module.js';
import { Consent } from './consent.entity.js';
import { ConsentsResolver, IntroductionConsentsResolver } from './consents.resolver.js';
import { ConsentsService } from './consents.service.js';
import { ContactAnswersService } from './contact-answers.service.js';
import { ContactLink } from './contact-link.entity.js';
import { ContactLinksOfContactResolver, ContactLinksResolver } from './contact-links.resolver.js';
import { ContactLinksService } from './contact-links.service.js';
import { ContactPageResolver } from './contact-page.resolver.js';
import { ContactPageService } from './contact-page.service.js';
import { LinkTarget } from './link-target.js';

/**
 * Consent, per contact and introduction, in two directions: the beneficiary sees the details, and who introduced him
 * hears what came of it. All that was said is kept; the last of it stands on the introduction. A contact answers by an
 * address of his own, which the member sends: there he sees all that is held of him, corrects it, takes his consent back
 * and has himself erased. What he said no to himself, no member states for him.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([Consent, ContactLink]),
    IdentityModule,
    NetworkModule,
    IntroductionRequestsModule,
  ],
  providers: [
    ConsentsService,
    ContactLinksService,
    ContactPageService,
    ContactAnswersService,
    LinkTarget,
    ConsentsResolver,
    IntroductionConsentsResolver,
    ContactLinksResolver,
    ContactLinksOfContactResolver,
    ContactPageResolver,
  ],
  exports: [ContactLinksService],
})
export class ConsentModule {}
