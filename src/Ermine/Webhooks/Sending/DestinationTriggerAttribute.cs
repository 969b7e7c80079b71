namespace Ermine.Webhooks.Sending;

/// <summary>What calls the delivery of a destination: the events of its queue. It is in no catalog, since destinations come and go while the app runs.</summary>
internal sealed class DestinationTriggerAttribute : TriggerAttribute;
