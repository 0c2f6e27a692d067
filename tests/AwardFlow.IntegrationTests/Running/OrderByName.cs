using AwardFlow.IntegrationTests.Running;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCaseOrderer(typeof(OrderByName))]

namespace AwardFlow.IntegrationTests.Running;

/// <summary>
/// Tests of a class in one order on every machine. The usual one comes of the assembly's path, so that what fails in CI's folder could not
/// be seen in another.
/// </summary>
public sealed class OrderByName : ITestCaseOrderer
{
    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase => [.. testCases.OrderBy(test => test.TestCaseDisplayName, StringComparer.Ordinal)];
}
