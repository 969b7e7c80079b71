namespace Ermine.Architecture.Tests.Metadata.Planted;

internal sealed class AsParent : Sought;
