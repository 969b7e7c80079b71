namespace Ermine.Auth;

/// <summary>Keys that stand in configuration and stay what they are.</summary>
internal sealed class GivenKeys(IReadOnlyList<SigningKey> keys) : KeySource
{
    public override string Place => "configuration";

    public override Task<IReadOnlyList<SigningKey>> ReadAsync(CancellationToken ct) => Task.FromResult(keys);
}
