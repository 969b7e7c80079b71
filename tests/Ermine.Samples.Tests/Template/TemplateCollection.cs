namespace Ermine.Samples.Tests.Template;

/// <summary>Tests of apps from the template: they share the packages, and run one after the other.</summary>
[CollectionDefinition(nameof(TemplateCollection))]
public sealed class TemplateCollection : ICollectionFixture<PackedTemplate>;
