#!/usr/bin/env bash
# Trains the name model: reads ../shared, writes models/names.bin.
set -e
cd "$(dirname "$0")/../../.."
npx esbuild eval/train/names/train.ts --bundle --platform=node --loader:.txt=text --external:wink-eng-lite-web-model/dist/languages/* --outfile=out/train-names.js --log-level=error
NODE_PATH=node_modules exec nice -n 10 node --max-old-space-size=6000 out/train-names.js
