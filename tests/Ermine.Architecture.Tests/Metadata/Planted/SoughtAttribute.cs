namespace Ermine.Architecture.Tests.Metadata.Planted;

[AttributeUsage(AttributeTargets.All)]
internal sealed class SoughtAttribute : Attribute;
