namespace Ermine.Postgres.Tests.Webhooks;

/// <summary>A request that a receiver was sent.</summary>
internal sealed record Received(string Path, string Id, long Timestamp, string Signature, byte[] Body);
