// A diamond (one stage, two that need it, one that needs both) in a oneTBB flow graph: built once, then run a run at a time, as
// the .NET comparison does. Prints the fastest of many rounds.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <tuple>

#include <tbb/flow_graph.h>

namespace {

constexpr int runs = 1000;
constexpr int rounds = 300;

template <typename Policy>
double fastest_round() {
    using namespace tbb::flow;
    graph flow;
    long long sum = 0;
    function_node<int, int, Policy> a(flow, serial, [](int value) { return value + 1; });
    function_node<int, int, Policy> b(flow, serial, [](int value) { return value + 1; });
    function_node<int, int, Policy> c(flow, serial, [](int value) { return value + 1; });
    join_node<std::tuple<int, int>> join(flow);
    function_node<std::tuple<int, int>, continue_msg, Policy> d(flow, serial, [&sum](const std::tuple<int, int> &pair) {
        sum += std::get<0>(pair) + std::get<1>(pair) + 1;
        return continue_msg();
    });
    make_edge(a, b);
    make_edge(a, c);
    make_edge(b, input_port<0>(join));
    make_edge(c, input_port<1>(join));
    make_edge(join, d);

    double fastest = std::numeric_limits<double>::max();
    for (int round = 0; round < rounds; round++) {
        const auto start = std::chrono::steady_clock::now();
        for (int run = 0; run < runs; run++) {
            a.try_put(run);
            flow.wait_for_all();
        }

        const std::chrono::duration<double, std::nano> elapsed = std::chrono::steady_clock::now() - start;
        fastest = std::min(fastest, elapsed.count() / runs);
    }

    // Each run adds 2 * (run + 2) + 1.
    const long long expected = static_cast<long long>(rounds) * (static_cast<long long>(runs) * (runs - 1) + 5LL * runs);
    if (sum != expected) {
        std::fprintf(stderr, "wrong sum: %lld instead of %lld\n", sum, expected);
        std::exit(1);
    }

    return fastest;
}

} // namespace

int main() {
    std::printf("oneTBB flow graph, diamond, lightweight nodes: %8.0f ns/run\n", fastest_round<tbb::flow::lightweight>());
    std::printf("oneTBB flow graph, diamond, nodes as tasks:    %8.0f ns/run\n", fastest_round<tbb::flow::queueing>());
    return 0;
}
