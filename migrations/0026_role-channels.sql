CREATE TABLE "role_channels" (
	"role" text PRIMARY KEY NOT NULL,
	"channel_id" integer NOT NULL,
	"locale" text NOT NULL,
	"set_by" integer NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	"trouble" text,
	"trouble_since" timestamp with time zone,
	CONSTRAINT "role_channels_role" CHECK ("role_channels"."role" in ('finance', 'adv', 'direction')),
	CONSTRAINT "role_channels_locale" CHECK ("role_channels"."locale" in ('fr', 'en')),
	CONSTRAINT "role_channels_trouble" CHECK ("role_channels"."trouble" in ('archived', 'gone', 'removed', 'guests', 'too-many', 'not-connected')),
	CONSTRAINT "role_channels_trouble_since" CHECK (("role_channels"."trouble" is null) = ("role_channels"."trouble_since" is null))
);
--> statement-breakpoint
ALTER TABLE "events" DROP CONSTRAINT "events_kind";--> statement-breakpoint
ALTER TABLE "role_channels" ADD CONSTRAINT "role_channels_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_channels" ADD CONSTRAINT "role_channels_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_kind" CHECK ("events"."kind" in ('invoice-imported', 'payment-imported', 'payment-returned', 'credit-note-imported', 'went-live', 'go-live-undone', 'reminder-sent', 'reminder-dropped', 'reminder-unknown', 'reminder-bounced', 'reply-received', 'reply-closed', 'ask-opened', 'ask-joined', 'ask-withdrawn', 'ask-reassigned', 'ask-left', 'ask-answered', 'promise-given', 'promise-moved', 'promise-cancelled', 'promise-approved', 'promise-refused', 'promise-kept', 'promise-partly-kept', 'promise-broken', 'dispute-opened', 'dispute-closed', 'letter-approved', 'letter-voided', 'letter-posted', 'letter-received', 'road-ended', 'dunning-paused', 'dunning-resumed', 'badly-received', 'thank-you-sent', 'hold-placed', 'hold-ended', 'contact-stopped', 'contact-added', 'contact-proposed', 'contact-changed', 'circuit-changed', 'vip-proposed', 'owner-changed', 'scenario-chosen', 'profile-proposed', 'profile-decided', 'comment', 'note', 'undone', 'setting-changed', 'absence-recorded', 'absence-ended', 'channel-subscribed', 'subscription-changed', 'subscription-stopped', 'channel-guests-allowed', 'role-channel-set', 'role-channel-cleared', 'viewed'));