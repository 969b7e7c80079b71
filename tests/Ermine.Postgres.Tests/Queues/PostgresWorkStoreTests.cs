using Ermine.Conformance;

namespace Ermine.Postgres.Tests.Queues;

public sealed class PostgresWorkStoreTests(PostgresHarness harness) : WorkStoreConformance(harness), IClassFixture<PostgresHarness>;
