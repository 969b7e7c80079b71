using Ermine.Conformance;
using Ermine.Schedules;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Postgres.Tests.Schedules;

public sealed class PostgresScheduleTests(PostgresHarness harness) : ScheduleConformance(harness), IClassFixture<PostgresHarness>
{
    protected override IScheduleStore Schedules => harness.Node.Services.GetRequiredService<IScheduleStore>();

    protected override IScheduleStore OtherSchedules => harness.Other.Services.GetRequiredService<IScheduleStore>();
}
