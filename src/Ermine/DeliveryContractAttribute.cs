using System.ComponentModel;

namespace Ermine;

/// <summary>Says of a type that it takes a whole webhook. Only <see cref="WebhookDelivery{T}"/> bears it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DeliveryContractAttribute() : ContractAttribute("WebhookDelivery"); // no queue can be called so, as queues have no capitals
