namespace Ermine.Faults.Worker;

/// <summary>Messages that are sent together: all of them, or none.</summary>
public sealed record Shipment(IReadOnlyList<Parcel> Parcels);
