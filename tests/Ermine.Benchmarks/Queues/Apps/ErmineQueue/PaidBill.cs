namespace ErmineQueue;

/// <summary>The document that a bill becomes.</summary>
public sealed record PaidBill(Guid Id, string Kind, string Pad);
